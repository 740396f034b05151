package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.PostgresCodeThrottle;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Expired;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.races.PausedAccounts.Write;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.ticket.RenewalTicket;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A login verifies the old password; the renewed credentials log in; then the login continues. */
@Tag("postgres")
final class SlowLoginAgainstRenewalTest {
  private final Database database = TestDatabase.shared();
  private final Accounts accounts = new PostgresAccounts(database);
  private final CodeThrottle throttle = new PostgresCodeThrottle(database);
  private final Replica replica = Replica.on(database);
  private final Replica longAgo = Replica.on(database, Replica.sevenMonthsAgo());

  @Test
  void claimsNoStepOfTheNewSet() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> claimsNothing(a -> a))).isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutTheSetItWouldClaimAStepOfTheNewOne() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> !claimsNothing(UnguardedAccounts::claimWithoutSet)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void leavesTheFingerprintOfTheNewSet() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> keepsTheFingerprint(a -> a))).isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutTheSetItWouldReplaceTheFingerprintOfTheNewOne() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> !keepsTheFingerprint(UnguardedAccounts::claimWithoutSet)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void doesNotMarkTheNewSetExpired() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> marksNothing(a -> a))).isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutTheSetItWouldMarkTheNewOneExpired() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> !marksNothing(UnguardedAccounts::expiryMarkWithoutSet)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void doesNotStoreTheOldPasswordInTheNewSet() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> rehashesNothing(a -> a))).isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutTheSetItWouldStoreTheOldPasswordInTheNewOne() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> !rehashesNothing(UnguardedAccounts::rehashWithoutSet)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  private boolean claimsNothing(UnaryOperator<Accounts> variant) {
    Person old = replica.enrolled();
    Person renewed = replica.renewing(old, replica.ticket(old, Replica.STEP));
    return claimingAfter(renewed, variant).logIn(old.at(Replica.NEXT_STEP)) instanceof Rejected
        && replica.succeeds(renewed.at(Replica.NEXT_STEP));
  }

  private boolean keepsTheFingerprint(UnaryOperator<Accounts> variant) {
    Person old = replica.enrolled();
    Person renewed = replica.renewing(old, replica.ticket(old, Replica.STEP));
    claimingAfter(renewed, variant).logIn(old.at(Replica.NEXT_STEP));
    Account.Enrolled user = (Account.Enrolled) accounts.find(old.name(), Replica.NOW);
    return user.active().fingerprint().set().equals(user.active().setId());
  }

  /** A replica that claims a step only after the renewed credentials have logged in. */
  private Replica claimingAfter(Person renewed, UnaryOperator<Accounts> variant) {
    return Replica.with(
        new PausedAccounts(
            variant.apply(accounts), Write.CLAIM, () -> logIn(renewed.at(Replica.PREVIOUS_STEP))),
        database);
  }

  private boolean marksNothing(UnaryOperator<Accounts> variant) {
    Person old = longAgo.enrolled(Replica.sevenMonthsAgo());
    Person renewed = replica.renewing(old, replica.ticket(old, Replica.PREVIOUS_STEP));
    Replica slow =
        Replica.with(
            new PausedAccounts(
                variant.apply(accounts), Write.EXPIRE, () -> logIn(renewed.at(Replica.STEP))),
            database);
    LoginOutcome outcome = slow.logIn(old.at(Replica.NEXT_STEP));
    return !(outcome instanceof Expired) && replica.succeeds(renewed.at(Replica.NEXT_STEP));
  }

  private boolean rehashesNothing(UnaryOperator<Accounts> variant) {
    Person old = replica.enrolled();
    RenewalTicket ticket = replica.ticket(old, Replica.STEP);
    Person[] renewed = new Person[1];
    Replica slow =
        new Replica(
            new PausedAccounts(
                variant.apply(accounts),
                Write.REHASH,
                () -> {
                  renewed[0] = replica.renewing(old, ticket);
                  logIn(renewed[0].at(Replica.STEP));
                }),
            throttle,
            Replica.NOW,
            Replica.LESS_CHEAP);
    boolean stillInForce = slow.logIn(old.at(Replica.NEXT_STEP)) instanceof Authenticated;
    return stillInForce
        && !replica.succeeds(old.with(renewed[0].secret()).at(Replica.NEXT_STEP))
        && replica.succeeds(renewed[0].at(Replica.NEXT_STEP));
  }

  private void logIn(LoginAttempt attempt) {
    assertThat(replica.logIn(attempt)).isInstanceOf(Authenticated.class);
  }
}
