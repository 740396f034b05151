package fr.cofrap.tests.user;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.api.ApiResponse;
import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.api.SeenSecrets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user and what a user does. Methods that do not return the response assert success. */
public record Person(Api api, String username) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static String freshName() {
    byte[] random = new byte[6];
    RANDOM.nextBytes(random);
    return "user-" + HexFormat.of().formatHex(random);
  }

  public static Person unknownTo(Api api) {
    return new Person(api, freshName());
  }

  public Person using(Api other) {
    return new Person(other, username);
  }

  public ApiResponse askForPassword() {
    return api.call(Operation.GENERATE_PASSWORD, Map.of("username", username));
  }

  public ApiResponse askForPassword(String ticket) {
    return api.call(
        Operation.GENERATE_PASSWORD, Map.of("username", username, "renewalTicket", ticket));
  }

  public ApiResponse askForAuthenticator(String password) {
    SeenSecrets.remember(password);
    return api.call(Operation.GENERATE_2FA, Map.of("username", username, "password", password));
  }

  public ApiResponse logIn(String password, String code) {
    SeenSecrets.remember(password);
    return api.call(
        Operation.AUTHENTICATE_USER,
        Map.of("username", username, "password", password, "code", code));
  }

  /** Logs in with the next code, and with another one if that expired on the way. */
  public ApiResponse logIn(Credentials credentials) {
    ApiResponse response;
    do {
      response = logIn(credentials.password(), credentials.authenticator().next());
    } while (response.status() == 401 && credentials.authenticator().lastHasExpired());
    return response;
  }

  public ApiResponse logInAndAskForRenewal(Credentials credentials) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("username", username);
    members.put("password", credentials.password());
    members.put("renew", true);
    ApiResponse response;
    do {
      members.put("code", credentials.authenticator().next());
      response = api.call(Operation.AUTHENTICATE_USER, members);
    } while (response.status() == 401 && credentials.authenticator().lastHasExpired());
    return response;
  }

  public String signUp() {
    return askForPassword().expect(201).text("password");
  }

  public Credentials bind(String password) {
    ApiResponse response = askForAuthenticator(password).expect(201);
    return new Credentials(password, new Authenticator(response.text("secret")));
  }

  /** Pending with both factors: one login away from being active. */
  public Credentials enroll() {
    return bind(signUp());
  }

  /** Active, with one code of the authenticator used. */
  public Credentials enrollAndLogIn() {
    Credentials credentials = enroll();
    logIn(credentials).expect(200);
    return credentials;
  }

  /** New credentials in exchange for a ticket; not yet in force. */
  public Credentials renewWith(String ticket) {
    return bind(askForPassword(ticket).expect(201).text("password"));
  }
}
