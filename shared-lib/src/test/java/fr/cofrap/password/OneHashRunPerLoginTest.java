package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.CheapHasher;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A login's duration reveals nothing if every login takes the same number of runs. */
@Timeout(60)
final class OneHashRunPerLoginTest {
  private static final Password PASSWORD = new Password("Ab3!cdefghjkmnpqrstuvwxy");
  private static final Password RENEWED = new Password("zY9~xwvutsrqpnmkjhgfedcb");
  private static final Password WRONG = new Password("A".repeat(24));

  private final PasswordHasher hasher = CheapHasher.at(CheapHasher.COST);
  private final PasswordHash active = hasher.hash(PASSWORD);
  private final PasswordHash renewal = hasher.hashAlike(RENEWED, active);

  @Test
  void takesOneRunForUnknownUsersForOneHashAndForTwo() {
    assertThat(Argon2Runs.of(() -> hasher.match(WRONG, List.of()))).isEqualTo(1);
    assertThat(Argon2Runs.of(() -> hasher.match(WRONG, List.of(active)))).isEqualTo(1);
    assertThat(Argon2Runs.of(() -> hasher.match(WRONG, List.of(active, renewal)))).isEqualTo(1);
  }

  @Test
  void takesOneRunForACorrectPassword() {
    assertThat(Argon2Runs.of(() -> hasher.match(PASSWORD, List.of(active)))).isEqualTo(1);
    assertThat(Argon2Runs.of(() -> hasher.match(PASSWORD, List.of(active, renewal)))).isEqualTo(1);
    assertThat(Argon2Runs.of(() -> hasher.match(RENEWED, List.of(active, renewal)))).isEqualTo(1);
  }

  @Test
  void takesNoRunForAnImpossiblePasswordForAnyUser() {
    Password impossible = new Password("short");
    assertThat(Argon2Runs.of(() -> hasher.match(impossible, List.of()))).isZero();
    assertThat(Argon2Runs.of(() -> hasher.match(impossible, List.of(active, renewal)))).isZero();
  }

  @Test
  void takesTwoRunsOnlyWhileAUsersHashesHaveDifferentSalts() {
    PasswordHash other = hasher.hash(RENEWED);
    assertThat(Argon2Runs.of(() -> hasher.match(WRONG, List.of(active, other)))).isEqualTo(2);
  }
}
