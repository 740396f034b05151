package fr.cofrap.tests.contract;

import fr.cofrap.tests.api.Json;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.user.Passwords;
import java.util.LinkedHashMap;
import java.util.Map;

/** For each function, a well-formed request that is rejected with 401 and changes nothing. */
public final class ValidInput {
  public static final String USERNAME = "nobody-at-all";

  private ValidInput() {}

  public static Map<String, Object> of(Operation operation) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("username", USERNAME);
    switch (operation) {
      case GENERATE_PASSWORD -> members.put("renewalTicket", "x".repeat(96));
      case GENERATE_2FA -> members.put("password", Passwords.MADE_UP);
      case AUTHENTICATE_USER -> {
        members.put("password", Passwords.MADE_UP);
        members.put("code", "123456");
      }
    }
    return members;
  }

  public static Map<String, Object> with(Operation operation, String member, Object value) {
    Map<String, Object> members = of(operation);
    members.put(member, value);
    return members;
  }

  public static String text(Operation operation) {
    return Json.write(of(operation));
  }

  /** The members, without the enclosing braces. */
  public static String members(Operation operation) {
    String text = text(operation);
    return text.substring(1, text.length() - 1);
  }

  /** Exactly this many bytes, most of which are blanks. */
  public static String padded(Operation operation, int bytes) {
    String text = text(operation);
    return text + " ".repeat(bytes - text.length());
  }
}
