package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.sealing.SealBroken;
import fr.cofrap.throttle.CodeThrottle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A secret that cannot be opened must not use up the attempts of users with the correct code. */
@Tag("postgres")
final class BrokenSealTest {
  private final Replica replica = Replica.on(TestDatabase.shared());
  private final Session owner = TestDatabase.asOwner();
  private final Person person = replica.enrolled();
  private final String sealed = column(person, "mfa");

  @AfterEach
  void close() {
    owner.close();
  }

  @Test
  void aMissingKeyConsumesNothing() {
    assertConsumesNothing(
        KeyMissing.class, sealed.replaceFirst("v1\\.[0-9a-f]{16}", "v1.0123456789abcdef"));
  }

  @Test
  void aSecretOfAnotherRowConsumesNothing() {
    assertConsumesNothing(SealBroken.class, column(replica.enrolled(), "mfa"));
  }

  private void assertConsumesNothing(Class<? extends RuntimeException> failure, String stored) {
    store(stored);
    String before = column(person, "u");
    for (int i = 0; i <= CodeThrottle.MAX_RECENT; i++) {
      assertThatThrownBy(() -> replica.logIn(person.at(Replica.STEP))).isInstanceOf(failure);
    }
    assertThat(column(person, "u")).isEqualTo(before);
    assertThat(
            owner.number(
                "SELECT total FROM code_attempts JOIN users USING (set_id) WHERE username = ?",
                person.name().value()))
        .isZero();
    store(sealed);
    assertThat(replica.succeeds(person.at(Replica.STEP))).isTrue();
  }

  private void store(String text) {
    owner.update("UPDATE users SET mfa = ? WHERE username = ?", text, person.name().value());
  }

  /** A column of the row in {@code users}, or all of it as {@code u}. */
  private String column(Person of, String name) {
    return owner
        .text("SELECT " + name + "::text FROM users u WHERE username = ?", of.name().value())
        .orElseThrow();
  }
}
