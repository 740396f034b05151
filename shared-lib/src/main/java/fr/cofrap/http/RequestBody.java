package fr.cofrap.http;

import com.openfaas.model.IRequest;
import fr.cofrap.account.Username;
import fr.cofrap.json.FlatObject;
import fr.cofrap.json.InvalidJson;
import fr.cofrap.password.Password;
import fr.cofrap.totp.OneTimeCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a request, and what proxies say about where it came from. Messages say what a field
 * must be, and never repeat what was sent.
 */
public final class RequestBody {
  private final Map<String, Object> members;
  private final Optional<String> forwardedFor;

  private RequestBody(Map<String, Object> members, Optional<String> forwardedFor) {
    this.members = members;
    this.forwardedFor = forwardedFor;
  }

  /**
   * Reads a request whose body has no unknown fields.
   *
   * @param allowed every field that a request may have
   */
  static RequestBody of(IRequest request, Set<String> allowed) throws InvalidRequest {
    return new RequestBody(
        members(RequestGate.body(request), allowed),
        Optional.ofNullable(request.getHeader("X-Forwarded-For")));
  }

  /** A body without its request. */
  static RequestBody parse(String json, Set<String> allowed) throws InvalidRequest {
    return new RequestBody(members(json, allowed), Optional.empty());
  }

  private static Map<String, Object> members(String json, Set<String> allowed)
      throws InvalidRequest {
    try {
      Map<String, Object> members = FlatObject.read(json);
      if (!allowed.containsAll(members.keySet())) {
        throw new InvalidRequest(
            "Unknown field. The known fields are: "
                + String.join(", ", new TreeSet<>(allowed))
                + ".");
      }
      return members;
    } catch (InvalidJson e) {
      throw new InvalidRequest(String.valueOf(e.getMessage()));
    }
  }

  /** The field {@code username}. */
  public Username username() throws InvalidRequest {
    return Username.parse(text("username"))
        .orElseThrow(() ->
            new InvalidRequest(
                "The field username must have 3 to 64 of the characters A-Z a-z 0-9 . _ -"));
  }

  /** The field {@code password}, exactly as sent. */
  public Password password() throws InvalidRequest {
    String text = text("password");
    if (text.codePointCount(0, text.length()) > Password.MAX_LENGTH) {
      throw new InvalidRequest(
          "The field password must not exceed " + Password.MAX_LENGTH + " characters.");
    }
    return new Password(text);
  }

  /** The field {@code code}. */
  public OneTimeCode code() throws InvalidRequest {
    return OneTimeCode.parse(text("code"))
        .orElseThrow(() -> new InvalidRequest("The field code must be six digits."));
  }

  /** The field {@code renew}, false if it is absent. */
  public boolean renew() throws InvalidRequest {
    Object value = members.getOrDefault("renew", false);
    if (value instanceof Boolean renew) {
      return renew;
    }
    throw new InvalidRequest("The field renew must be true or false.");
  }

  /** The field {@code renewalTicket}, if it is present. */
  public Optional<String> renewalTicket() throws InvalidRequest {
    return members.containsKey("renewalTicket")
        ? Optional.of(text("renewalTicket"))
        : Optional.empty();
  }

  /** The header {@code X-Forwarded-For}, several joined by commas. A client can send it too. */
  public Optional<String> forwardedFor() {
    return forwardedFor;
  }

  private String text(String name) throws InvalidRequest {
    Object value = members.get(name);
    if (value == null) {
      throw new InvalidRequest("The field " + name + " is missing.");
    }
    if (value instanceof String text) {
      return text;
    }
    throw new InvalidRequest("The field " + name + " must be a string.");
  }
}
