package fr.cofrap.admin.smoke;

import java.io.PrintWriter;
import java.util.Map;

/** Goes through everything that a new user does. */
record NewUser(String username, Service service) {
  /**
   * Signs up, binds an authenticator and logs in, and prints a line for each step.
   *
   * @throws fr.cofrap.admin.Failure for any response but the expected one
   */
  void signUpAndLogIn(PrintWriter out) {
    Response signedUp = service.post("generate-password", 201, () -> Map.of("username", username));
    String password = signedUp.text("password");
    out.println("generate-password: signed up " + username);

    Response bound =
        service.post("generate-2fa", 201, () -> Map.of("username", username, "password", password));
    Authenticator authenticator = Authenticator.of(bound.text("secret"));
    out.println("generate-2fa: bound an authenticator");

    // A request without a response may have used up its code, so each attempt waits for the next
    // one.
    service.postOncePerTimeStep(
        "authenticate-user",
        200,
        now ->
            Map.of(
                "username", username,
                "password", password,
                "code", authenticator.codeAt(now)));
    out.println("authenticate-user: logged in");
  }
}
