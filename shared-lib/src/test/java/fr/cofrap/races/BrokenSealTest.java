package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.CodeThrottle;
import fr.cofrap.sealing.SealBroken;
import org.junit.jupiter.api.Test;

/** A replica that lacks a key must not use up the attempts of users who present the right code. */
final class BrokenSealTest {
  private final Replica replica = Replica.on(TestDatabase.shared());

  @Test
  void aSecretThatCannotBeOpenedCountsForNoWrongCode() {
    Person person = replica.enrolled();
    try (Session owner = TestDatabase.asOwner()) {
      String sealed =
          owner.text("SELECT mfa FROM users WHERE username = ?", name(person)).orElseThrow();
      reseal(owner, person, sealed.replaceFirst("v1\\.[0-9a-f]{16}", "v1.0123456789abcdef"));
      for (int i = 0; i < CodeThrottle.MAX_RECENT; i++) {
        assertThatThrownBy(() -> replica.logIn(person.at(Replica.STEP)))
            .isInstanceOf(SealBroken.class);
      }
      reseal(owner, person, sealed);
      assertThat(replica.succeeds(person.at(Replica.STEP))).isTrue();
    }
  }

  private static void reseal(Session owner, Person person, String sealed) {
    owner.update("UPDATE users SET mfa = ? WHERE username = ?", sealed, name(person));
  }

  private static String name(Person person) {
    return person.name().value();
  }
}
