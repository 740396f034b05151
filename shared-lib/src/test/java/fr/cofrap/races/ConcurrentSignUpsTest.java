package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.enrollment.BindingOutcome.Bound;
import fr.cofrap.enrollment.IssuedPassword;
import fr.cofrap.enrollment.SignUpOutcome;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people sign up for the same name on two replicas, and both have read that it is free. */
@Tag("postgres")
final class ConcurrentSignUpsTest {
  private final Database otherDatabase = TestDatabase.replica();
  private final Replica early = Replica.on(TestDatabase.shared(), Replica.reservationAgo());
  private final Replica one = Replica.on(TestDatabase.shared());
  private final Replica other = Replica.on(otherDatabase);

  @AfterEach
  void close() {
    otherDatabase.close();
  }

  @Test
  void aNewNameGoesToOnlyOneOfThem() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> oneGetsANewName(one, other))).isEqualTo(Rounds.MANY);
  }

  @Test
  void trustingTheReadWouldGiveBothANewName() throws Exception {
    Replica first = trusting(TestDatabase.shared());
    Replica second = trusting(otherDatabase);
    assertThat(Rounds.outOfAHundred(() -> !oneGetsANewName(first, second)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void aFreedNameGoesToTheFirstOfThem() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> theFirstGetsAFreedName(one, other)))
        .isEqualTo(Rounds.MANY);
  }

  @Test
  void trustingTheReadWouldGiveTheSecondAFreedName() throws Exception {
    Replica first = trusting(TestDatabase.shared());
    Replica second = trusting(otherDatabase);
    assertThat(Rounds.outOfAHundred(() -> !theFirstGetsAFreedName(first, second)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  /** Both wait for a third sign-up, which is rolled back; either may continue first. */
  private boolean oneGetsANewName(Replica first, Replica second) throws Exception {
    Username name = SampleCredentials.unusedName();
    Overlap<SignUpOutcome, SignUpOutcome> both =
        Overlap.behind(
            () -> HeldLock.onSigningUp(name), () -> first.signUp(name), () -> second.signUp(name));
    return both.first() instanceof Issued(var issued)
        ? both.second() instanceof UsernameTaken && owns(name, issued)
        : both.first() instanceof UsernameTaken
            && both.second() instanceof Issued(var later)
            && owns(name, later);
  }

  private boolean theFirstGetsAFreedName(Replica first, Replica second) throws Exception {
    Person former = early.signedUp();
    Overlap<SignUpOutcome, SignUpOutcome> both =
        Overlap.behind(
            () -> HeldLock.onPending(former),
            () -> first.signUp(former.name()),
            () -> second.signUp(former.name()));
    return both.first() instanceof Issued(var issued)
        && both.second() instanceof UsernameTaken
        && owns(former.name(), issued);
  }

  /** Whether this password, and therefore no other, belongs to the account with this name. */
  private boolean owns(Username name, IssuedPassword issued) {
    return one.bind(name, issued.password()) instanceof Bound bound
        && one.succeeds(new Person(name, issued.password(), bound.secret()).at(Replica.STEP));
  }

  private static Replica trusting(Database database) {
    return Replica.with(
        UnguardedAccounts.signUpThatTrustsWhatWasRead(new PostgresAccounts(database)), database);
  }
}
