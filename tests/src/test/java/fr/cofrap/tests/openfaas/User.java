package fr.cofrap.tests.openfaas;

import fr.cofrap.tests.user.OneTimeCodes;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with both factors.
 *
 * @param password as it stands in JSON, escaped
 */
record User(String name, String password, String secret) {
  static User parse(String line) {
    String[] fields = line.split("\t", 3);
    return new User(fields[0], fields[1], fields[2]);
  }

  String line() {
    return name + "\t" + password + "\t" + secret;
  }

  /** Signs up, sets the authenticator up and logs in once. */
  static User enroll(Functions functions, String name) {
    String password =
        member(
            "password",
            functions.call("generate-password", "{\"username\":\"%s\"}".formatted(name)));
    String secret =
        member(
            "secret",
            functions.call(
                "generate-2fa",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password)));
    User user = new User(name, password, secret);
    member("credentialsExpireAt", functions.call("authenticate-user", user.loginNow()));
    return user;
  }

  String loginNow() {
    return "{\"username\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}"
        .formatted(name, password, OneTimeCodes.now(secret));
  }

  private static String member(String name, HttpResponse<String> response) {
    Matcher member =
        Pattern.compile("\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(response.body());
    if (!member.find()) {
      throw new IllegalStateException(response + " has no " + name);
    }
    return member.group(1);
  }
}
