package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.enrollment.SignUpOutcome;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stranger signs up for a name that is free again, just when its owner finally logs in. */
@Tag("postgres")
final class SignUpAgainstActivationTest {
  private final Database database = TestDatabase.shared();
  private final Replica early = Replica.on(database, Replica.reservationAgo());
  private final Replica replica = Replica.on(database);

  @Test
  void aSignUpThatWaitsForAnActivationFindsTheNameTaken() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> ownerFirst(replica))).isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutTheSecondCheckAStrangerWouldReserveTheNameOfAnAccount() throws Exception {
    Replica unguarded =
        Replica.with(
            UnguardedAccounts.signUpThatLooksOnce(new PostgresAccounts(database)), database);
    assertThat(Rounds.outOfAHundred(() -> !ownerFirst(unguarded)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void anActivationThatWaitsForASignUpFindsItsOwnReplaced() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> strangerFirst(replica))).isEqualTo(Rounds.MANY);
  }

  @Test
  void anActivationByNameWouldTakeTheNameFromItsNewOwner() throws Exception {
    Replica unguarded =
        Replica.with(UnguardedAccounts.activationByName(new PostgresAccounts(database)), database);
    assertThat(Rounds.outOfAHundred(() -> !strangerFirst(unguarded)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  /** Whether the account is its owner's, and the stranger has nothing. */
  private boolean ownerFirst(Replica strangers) throws Exception {
    Person owner = early.signedUp();
    Overlap<LoginOutcome, SignUpOutcome> both =
        Overlap.behind(
            HeldLock::onInsertingUsers,
            () -> replica.logIn(owner.at(Replica.STEP)),
            () -> strangers.signUp(owner.name()));
    return both.first() instanceof Authenticated
        && both.second() instanceof UsernameTaken
        && rows("users", owner) == 1
        && rows("pending_credentials", owner) == 0
        && replica.succeeds(owner.at(Replica.NEXT_STEP));
  }

  /** Whether the name belongs to the stranger, and the former owner has no account. */
  private boolean strangerFirst(Replica owners) throws Exception {
    Person owner = early.signedUp();
    Overlap<SignUpOutcome, LoginOutcome> both =
        Overlap.behind(
            () -> HeldLock.onPending(owner),
            () -> replica.signUp(owner.name()),
            () -> owners.logIn(owner.at(Replica.STEP)));
    return both.first() instanceof Issued
        && both.second() instanceof Rejected
        && rows("users", owner) == 0
        && rows("pending_credentials", owner) == 1;
  }

  private static long rows(String table, Person person) {
    try (Session session = TestDatabase.asOwner()) {
      return session.number(
          "SELECT count(*) FROM " + table + " WHERE username = ?", person.name().value());
    }
  }
}
