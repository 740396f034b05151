package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.installation.Installation;
import fr.cofrap.tests.load.EnrolledUser;
import fr.cofrap.tests.user.Credentials;
import fr.cofrap.tests.user.Passwords;
import fr.cofrap.tests.user.Person;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** Accounts whose logins fail, each for its own reason. */
final class FailingUsers {
  /** Wrong codes that are verified for one set of credentials before it is throttled. */
  private static final int WRONG_CODES = 5;

  private static final int USERS_WITH_WRONG_CODES = 40;

  /** How many logins of each kind there may be until {@link #reset}. */
  static final int BLOCK = USERS_WITH_WRONG_CODES * WRONG_CODES;

  private final Installation installation;
  private final URI address;
  private final Person unknown;
  private final Person signingUp;
  private final String pendingPassword;
  private final EnrolledUser active;
  private final EnrolledUser renewing;
  private final EnrolledUser expired;
  private final EnrolledUser throttled;
  private final EnrolledUser disabled;
  private final List<EnrolledUser> withWrongCodes;
  private String usedCode = "";
  private int wrongCodes;

  FailingUsers(Installation installation, URI address) {
    this.installation = installation;
    this.address = address;
    Api api = installation.api();
    unknown = Person.unknownTo(api);
    signingUp = Person.unknownTo(api);
    pendingPassword = signingUp.signUp();
    List<EnrolledUser> enrolled = EnrolledUser.enroll(api, 4);
    active = enrolled.get(0);
    throttled = enrolled.get(1);
    disabled = enrolled.get(2);
    expired = enrolled.get(3);
    renewing = renewing(api);
    withWrongCodes = EnrolledUser.enroll(api, USERS_WITH_WRONG_CODES);
    installation.database().countWrongCodes(disabled.person().username(), 50);
    installation.database().markExpired(expired.person().username());
    String wrong = throttled.credentials().authenticator().wrong();
    for (int i = 0; i < WRONG_CODES; i++) {
      throttled.person().logIn(throttled.credentials().password(), wrong).expect(401);
    }
  }

  private static EnrolledUser renewing(Api api) {
    Person person = Person.unknownTo(api);
    Credentials old = person.enroll();
    person.renewWith(person.logInAndAskForRenewal(old).expect(200).text("renewalTicket"));
    return new EnrolledUser(person, old);
  }

  /** Makes {@link #BLOCK} more logins of each kind possible, within the next minute. */
  void reset() {
    for (EnrolledUser user : withWrongCodes) {
      installation.database().countWrongCodes(user.person().username(), 0);
    }
    wrongCodes = 0;
    usedCode = active.credentials().authenticator().newest();
    active.person().logIn(active.credentials().password(), usedCode);
  }

  HttpRequest request(FailedLogin kind) {
    return switch (kind) {
      case UNKNOWN_NAME -> withWrongPassword(unknown);
      case WRONG_PASSWORD_SIGNING_UP -> withWrongPassword(signingUp);
      case WRONG_PASSWORD -> withWrongPassword(active.person());
      case WRONG_PASSWORD_RENEWING -> withWrongPassword(renewing.person());
      case WRONG_PASSWORD_EXPIRED -> withWrongPassword(expired.person());
      case WRONG_PASSWORD_THROTTLED -> withWrongPassword(throttled.person());
      case WRONG_PASSWORD_DISABLED -> withWrongPassword(disabled.person());
      case NO_AUTHENTICATOR -> login(signingUp, pendingPassword, "123456");
      case WRONG_CODE -> withWrongCode(withWrongCodes.get(wrongCodes++ / WRONG_CODES));
      case USED_CODE -> login(active.person(), active.credentials().password(), usedCode);
      case THROTTLED -> withWrongCode(throttled);
      case DISABLED -> withWrongCode(disabled);
    };
  }

  private HttpRequest withWrongPassword(Person person) {
    return login(person, Passwords.MADE_UP, "123456");
  }

  private HttpRequest withWrongCode(EnrolledUser user) {
    Credentials credentials = user.credentials();
    return login(user.person(), credentials.password(), credentials.authenticator().wrong());
  }

  private HttpRequest login(Person person, String password, String code) {
    return Requests.login(address, person.username(), password, code);
  }
}
