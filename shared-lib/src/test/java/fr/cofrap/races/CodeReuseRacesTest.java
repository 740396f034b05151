package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Accounts;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.totp.TimeStep;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas verify codes of one user at the same time. */
@Tag("postgres")
final class CodeReuseRacesTest {
  private final Database otherDatabase = TestDatabase.replica();
  private final Replica one = Replica.on(TestDatabase.shared());
  private final Replica other = Replica.on(otherDatabase);
  private final Replica longAgo = Replica.on(TestDatabase.shared(), Replica.sevenMonthsAgo());

  @AfterEach
  void close() {
    otherDatabase.close();
  }

  @Test
  void aCodeLogsInOnlyOnce() throws Exception {
    int right = Rounds.outOfAHundred(() -> logsInOnce(one, other));
    right += Rounds.outOfAHundred(() -> logsInOnce(other, one));
    assertThat(right).isEqualTo(2 * Rounds.MANY);
  }

  @Test
  void aClaimInTwoStatementsWouldAcceptACodeTwice() throws Exception {
    Replica first = with(UnguardedAccounts::claimInTwoStatements, TestDatabase.shared());
    Replica second = with(UnguardedAccounts::claimInTwoStatements, otherDatabase);
    int wrong = Rounds.outOfAHundred(() -> !logsInOnce(first, second));
    wrong += Rounds.outOfAHundred(() -> !logsInOnce(second, first));
    assertThat(wrong).isGreaterThanOrEqualTo(2 * Rounds.NEARLY_ALL);
  }

  @Test
  void aCodeOfExpiredCredentialsEarnsOnlyOneTicket() throws Exception {
    int right = Rounds.outOfAHundred(() -> expiresOnce(one, other));
    right += Rounds.outOfAHundred(() -> expiresOnce(other, one));
    assertThat(right).isEqualTo(2 * Rounds.MANY);
  }

  @Test
  void markingExpiryInTwoStatementsWouldIssueTwoTickets() throws Exception {
    Replica first = with(UnguardedAccounts::expiryMarkInTwoStatements, TestDatabase.shared());
    Replica second = with(UnguardedAccounts::expiryMarkInTwoStatements, otherDatabase);
    int wrong = Rounds.outOfAHundred(() -> !expiresOnce(first, second));
    wrong += Rounds.outOfAHundred(() -> !expiresOnce(second, first));
    assertThat(wrong).isGreaterThanOrEqualTo(2 * Rounds.NEARLY_ALL);
  }

  @Test
  void aFirstLoginActivatesOnlyOnce() throws Exception {
    assertThat(
            Rounds.outOfAHundred(() -> {
              Person person = one.signedUp();
              Overlap<Boolean, Boolean> both =
                  Overlap.behind(
                      HeldLock::onInsertingUsers,
                      () -> one.succeeds(person.at(Replica.STEP)),
                      () -> other.succeeds(person.at(Replica.STEP)));
              return both.first() && !both.second();
            }))
        .isEqualTo(Rounds.MANY);
  }

  @Test
  void neverRejectsTheLaterOfTwoCodes() throws Exception {
    assertThat(
            Rounds.outOfAHundred(
                () -> both(Replica.STEP, Replica.NEXT_STEP).equals(new Overlap<>(true, true))))
        .isEqualTo(Rounds.MANY);
    assertThat(
            Rounds.outOfAHundred(
                () -> both(Replica.NEXT_STEP, Replica.STEP).equals(new Overlap<>(true, false))))
        .isEqualTo(Rounds.MANY);
  }

  private boolean logsInOnce(Replica first, Replica second) throws Exception {
    Person person = one.enrolled();
    Overlap<Boolean, Boolean> both =
        Overlap.behind(
            () -> HeldLock.onUser(person),
            () -> first.succeeds(person.at(Replica.STEP)),
            () -> second.succeeds(person.at(Replica.STEP)));
    return both.first() && !both.second();
  }

  private boolean expiresOnce(Replica first, Replica second) throws Exception {
    Person person = longAgo.enrolled(Replica.sevenMonthsAgo());
    Overlap<LoginOutcome, LoginOutcome> both =
        Overlap.behind(
            () -> HeldLock.onUser(person),
            () -> first.logIn(person.at(Replica.STEP)),
            () -> second.logIn(person.at(Replica.STEP)));
    return both.first() instanceof Expired && both.second() instanceof Rejected;
  }

  private Overlap<Boolean, Boolean> both(TimeStep first, TimeStep second) throws Exception {
    Person person = one.enrolled();
    return Overlap.behind(
        () -> HeldLock.onUser(person),
        () -> one.succeeds(person.at(first)),
        () -> other.succeeds(person.at(second)));
  }

  private static Replica with(UnaryOperator<Accounts> variant, Database database) {
    return Replica.with(variant.apply(new PostgresAccounts(database)), database);
  }
}
