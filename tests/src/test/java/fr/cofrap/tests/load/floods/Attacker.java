package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.api.Api;
import fr.cofrap.tests.load.EnrolledUser;
import fr.cofrap.tests.user.Authenticator;
import fr.cofrap.tests.user.Passwords;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A stranger who knows names, and has an account for each attack that needs one. */
final class Attacker {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Made beforehand, so that it is the service that is busy with them. */
  private static final int FORGERIES = 2_000;

  private final EnrolledUser throttled;
  private final EnrolledUser replaying;

  /**
   * @param api where the attacker's own accounts enroll
   */
  Attacker(Api api) {
    List<EnrolledUser> own = EnrolledUser.enroll(api, 2);
    throttled = own.getFirst();
    replaying = own.getLast();
  }

  /**
   * Prepares an attack, for less than a minute.
   *
   * @param names for which passwords are forged
   */
  Traffic traffic(Attack attack, URI address, List<String> names) {
    return switch (attack) {
      case FORGED_PASSWORDS -> inTurn(forgeries(address, names));
      case WRONG_CODES -> wrongCodes(address);
      case USED_CODE -> usedCode(address);
      case INVALID_JSON -> inTurn(List.of(Requests.of(address, "{\"username\": ")));
    };
  }

  private static List<HttpRequest> forgeries(URI address, List<String> names) {
    List<HttpRequest> requests = new ArrayList<>();
    for (int i = 0; i < FORGERIES; i++) {
      String name = names.get(RANDOM.nextInt(names.size()));
      requests.add(Requests.login(address, name, forged(), "123456"));
    }
    return requests;
  }

  /** Of characters that generated passwords have: anything else would be recognized as forged. */
  private static String forged() {
    StringBuilder password = new StringBuilder();
    while (password.length() < Passwords.MADE_UP.length()) {
      password.append(Passwords.MADE_UP.charAt(RANDOM.nextInt(Passwords.MADE_UP.length())));
    }
    return password.toString();
  }

  private Traffic wrongCodes(URI address) {
    return inTurn(
        List.of(own(throttled, address, throttled.credentials().authenticator().wrong())));
  }

  private Traffic usedCode(URI address) {
    Authenticator authenticator = replaying.credentials().authenticator();
    String code = authenticator.newest();
    // It may have been used up for an earlier flood already.
    int status = replaying.person().logIn(replaying.credentials().password(), code).status();
    if (status != 200 && status != 401) {
      throw new IllegalStateException("a code cannot be used up: " + status);
    }
    return inTurn(List.of(own(replaying, address, code)));
  }

  private static HttpRequest own(EnrolledUser user, URI address, String code) {
    return Requests.login(address, user.person().username(), user.credentials().password(), code);
  }

  private static Traffic inTurn(List<HttpRequest> requests) {
    AtomicInteger turn = new AtomicInteger();
    return () -> requests.get(Math.floorMod(turn.getAndIncrement(), requests.size()));
  }
}
