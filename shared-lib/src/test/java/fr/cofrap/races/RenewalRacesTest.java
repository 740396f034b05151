package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Accounts;
import fr.cofrap.account.TicketUse;
import fr.cofrap.enrollment.BindingOutcome.Bound;
import fr.cofrap.enrollment.IssuedPassword;
import fr.cofrap.enrollment.RenewalOutcome;
import fr.cofrap.enrollment.RenewalOutcome.InvalidTicket;
import fr.cofrap.enrollment.RenewalOutcome.Issued;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.races.PausedAccounts.Write;
import fr.cofrap.ticket.RenewalTicket;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One ticket used twice, and a ticket used while the credentials from its first use log in. */
@Tag("postgres")
final class RenewalRacesTest {
  private final Database otherDatabase = TestDatabase.replica();
  private final Replica one = Replica.on(TestDatabase.shared());
  private final Replica other = Replica.on(otherDatabase);

  @AfterEach
  void close() {
    otherDatabase.close();
  }

  @Test
  void onlyTheNewestOfTwoConcurrentRenewalsActivates() throws Exception {
    assertThat(Rounds.outOfAHundred(this::newestActivates)).isEqualTo(Rounds.MANY);
  }

  @Test
  void onlyTheNewestOfTwoSuccessiveRenewalsActivates() throws Exception {
    assertThat(Rounds.outOfAHundred(this::earlierDoesNotActivate)).isEqualTo(Rounds.MANY);
  }

  @Test
  void aTicketIsInvalidOnceItsCredentialsAreReplaced() throws Exception {
    assertThat(Rounds.outOfAHundred(this::activationFirst)).isEqualTo(Rounds.MANY);
  }

  @Test
  void aLoginWithASupersededRenewalActivatesNothing() throws Exception {
    assertThat(Rounds.outOfAHundred(this::renewalFirst)).isEqualTo(Rounds.MANY);
  }

  @Test
  void twoConcurrentFirstLoginsActivateOnce() throws Exception {
    assertThat(Rounds.outOfAHundred(this::activatesOnce)).isEqualTo(Rounds.MANY);
  }

  @Test
  void aSlowLoginDoesNotActivateAfterANewerSet() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> slowSetIsTooLate(a -> a))).isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutCheckingTheReplacedSetBothWouldActivate() throws Exception {
    assertThat(
            Rounds.outOfAHundred(() -> !slowSetIsTooLate(UnguardedAccounts::renewalOfWhateverSet)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void twoConcurrentRenewalsIssueTheLastPasswordOfATicketOnce() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> issuesTheLastOnce(a -> a))).isEqualTo(Rounds.MANY);
  }

  @Test
  void decidingByWhatWasReadWouldIssueItTwice() throws Exception {
    assertThat(
            Rounds.outOfAHundred(() -> !issuesTheLastOnce(UnguardedAccounts::renewalWithoutLimit)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  private boolean issuesTheLastOnce(UnaryOperator<Accounts> variant) throws Exception {
    Person old = one.enrolled();
    RenewalTicket ticket = one.ticket(old, Replica.STEP);
    for (int i = 1; i < TicketUse.MAX_PASSWORDS; i++) {
      one.renew(old, ticket);
    }
    Replica varied =
        Replica.with(
            variant.apply(new PostgresAccounts(TestDatabase.shared())), TestDatabase.shared());
    Overlap<RenewalOutcome, RenewalOutcome> both =
        Overlap.behind(
            () -> HeldLock.onUser(old),
            () -> varied.renew(old, ticket),
            () -> varied.renew(old, ticket));
    return both.first() instanceof Issued && both.second() instanceof InvalidTicket;
  }

  /** The slow login has verified the earlier set; then the newer one logs in first. */
  private boolean slowSetIsTooLate(UnaryOperator<Accounts> variant) {
    Person old = one.enrolled();
    RenewalTicket ticket = one.ticket(old, Replica.STEP);
    Person earlier = one.renewing(old, ticket);
    Person[] newest = new Person[1];
    Replica slow =
        Replica.with(
            new PausedAccounts(
                variant.apply(new PostgresAccounts(TestDatabase.shared())),
                Write.ACTIVATE,
                () -> {
                  newest[0] = other.renewing(old, ticket);
                  assertThat(other.succeeds(newest[0].at(Replica.STEP))).isTrue();
                }),
            TestDatabase.shared());
    return slow.logIn(earlier.at(Replica.STEP)) instanceof Rejected
        && one.succeeds(newest[0].at(Replica.NEXT_STEP));
  }

  private boolean newestActivates() throws Exception {
    Person old = one.enrolled();
    RenewalTicket ticket = one.ticket(old, Replica.STEP);
    Overlap<RenewalOutcome, RenewalOutcome> both =
        Overlap.behind(
            () -> HeldLock.onUser(old),
            () -> one.renew(old, ticket),
            () -> other.renew(old, ticket));
    IssuedPassword first = ((Issued) both.first()).issued();
    IssuedPassword second = ((Issued) both.second()).issued();
    return !(one.bind(old.name(), first.password()) instanceof Bound)
        && one.bind(old.name(), second.password()) instanceof Bound bound
        && one.succeeds(new Person(old.name(), second.password(), bound.secret()).at(Replica.STEP))
        && !one.succeeds(old.at(Replica.NEXT_STEP));
  }

  private boolean earlierDoesNotActivate() {
    Person old = one.enrolled();
    RenewalTicket ticket = one.ticket(old, Replica.STEP);
    Person earlier = one.renewing(old, ticket);
    Person newest = other.renewing(old, ticket);
    return !one.succeeds(earlier.at(Replica.STEP))
        && one.succeeds(newest.at(Replica.STEP))
        && !one.succeeds(earlier.at(Replica.NEXT_STEP))
        && one.succeeds(newest.at(Replica.NEXT_STEP));
  }

  private boolean activationFirst() throws Exception {
    Person old = one.enrolled();
    RenewalTicket ticket = one.ticket(old, Replica.STEP);
    Person renewed = one.renewing(old, ticket);
    Overlap<LoginOutcome, RenewalOutcome> both =
        Overlap.behind(
            () -> HeldLock.onUser(old),
            () -> one.logIn(renewed.at(Replica.STEP)),
            () -> other.renew(old, ticket));
    return both.first() instanceof Authenticated
        && both.second() instanceof InvalidTicket
        && one.succeeds(renewed.at(Replica.NEXT_STEP));
  }

  private boolean renewalFirst() throws Exception {
    Person old = one.enrolled();
    RenewalTicket ticket = one.ticket(old, Replica.STEP);
    Person renewed = one.renewing(old, ticket);
    Overlap<RenewalOutcome, LoginOutcome> both =
        Overlap.behind(
            () -> HeldLock.onUser(old),
            () -> one.renew(old, ticket),
            () -> other.logIn(renewed.at(Replica.STEP)));
    return both.first() instanceof Issued(var newer)
        && both.second() instanceof Rejected
        && one.bind(old.name(), newer.password()) instanceof Bound
        && one.succeeds(old.at(Replica.NEXT_STEP));
  }

  private boolean activatesOnce() throws Exception {
    Person old = one.enrolled();
    Person renewed = one.renewing(old, one.ticket(old, Replica.STEP));
    Overlap<Boolean, Boolean> both =
        Overlap.behind(
            () -> HeldLock.onUser(old),
            () -> one.succeeds(renewed.at(Replica.STEP)),
            () -> other.succeeds(renewed.at(Replica.NEXT_STEP)));
    return both.first() && !both.second() && one.succeeds(renewed.at(Replica.NEXT_STEP));
  }
}
