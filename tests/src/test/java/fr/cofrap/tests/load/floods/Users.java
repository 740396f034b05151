package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.load.EnrolledUser;
import fr.cofrap.tests.user.Credentials;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Enrolled users who log in one after the other: a code works once. */
final class Users {
  private final Api api;
  private final Deque<EnrolledUser> inTurn = new ArrayDeque<>();

  /**
   * @param api where they enroll
   */
  Users(Api api) {
    this.api = api;
  }

  /** Enrolls as many as are missing for so many. */
  synchronized void grow(int number) {
    if (number > inTurn.size()) {
      Progress.say("enrolling %d users".formatted(number - inTurn.size()));
      inTurn.addAll(EnrolledUser.enroll(api, number - inTurn.size()));
    }
  }

  /** Enough for this many logins a second, however long. */
  static int enoughFor(double loginsPerSecond) {
    return (int) Math.ceil(loginsPerSecond * EnrolledUser.SECONDS_BETWEEN_LOGINS);
  }

  synchronized int number() {
    return inTurn.size();
  }

  synchronized List<String> names() {
    return inTurn.stream().map(user -> user.person().username()).toList();
  }

  /** Logins of each in turn. */
  Traffic logins(URI address) {
    return () -> nextLogin(address);
  }

  private synchronized HttpRequest nextLogin(URI address) {
    EnrolledUser user = inTurn.remove();
    inTurn.add(user);
    Credentials credentials = user.credentials();
    if (!credentials.authenticator().hasNext()) {
      throw new IllegalStateException("there are too few users to log in as often as this");
    }
    return Requests.login(
        address,
        user.person().username(),
        credentials.password(),
        credentials.authenticator().next());
  }
}
