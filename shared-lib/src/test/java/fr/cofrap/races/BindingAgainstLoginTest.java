package fr.cofrap.races;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Accounts;
import fr.cofrap.enrollment.BindingOutcome;
import fr.cofrap.enrollment.BindingOutcome.Bound;
import fr.cofrap.jdbc.Database;
import fr.cofrap.jdbc.PostgresAccounts;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.races.PausedAccounts.Write;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An authenticator is bound again while a login with the previous one is in flight. */
@Tag("postgres")
final class BindingAgainstLoginTest {
  private final Database database = TestDatabase.shared();
  private final Accounts accounts = new PostgresAccounts(database);
  private final Replica replica = Replica.on(database);

  @Test
  void aFirstLoginWithAReplacedSecretDoesNotActivateTheSignUp() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> onlyTheNewerActivates(replica::signedUp, a -> a)))
        .isEqualTo(Rounds.MANY);
  }

  @Test
  void aFirstLoginWithAReplacedSecretDoesNotActivateTheRenewal() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> onlyTheNewerActivates(this::renewing, a -> a)))
        .isEqualTo(Rounds.MANY);
  }

  @Test
  void withoutTheVersionTheReplacedSecretWouldActivate() throws Exception {
    assertThat(
            Rounds.outOfAHundred(() ->
                !onlyTheNewerActivates(replica::signedUp, UnguardedAccounts::activationByName)))
        .isGreaterThanOrEqualTo(Rounds.NEARLY_ALL);
  }

  @Test
  void aBindingAfterTheSignUpWasActivatedChangesNothing() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> bindingIsTooLate(replica::signedUp)))
        .isEqualTo(Rounds.MANY);
  }

  @Test
  void aBindingAfterTheRenewalWasActivatedChangesNothing() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> bindingIsTooLate(this::renewing))).isEqualTo(Rounds.MANY);
  }

  @Test
  void theFirstOfABindingAndALoginWins() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> bindingFirst(replica.signedUp()))).isEqualTo(Rounds.MANY);
    assertThat(Rounds.outOfAHundred(() -> loginFirst(replica.signedUp()))).isEqualTo(Rounds.MANY);
  }

  @Test
  void theFirstOfTwoBindingsWins() throws Exception {
    assertThat(Rounds.outOfAHundred(() -> oneBinds(replica.signedUp()))).isEqualTo(Rounds.MANY);
    assertThat(Rounds.outOfAHundred(() -> oneBinds(renewing()))).isEqualTo(Rounds.MANY);
  }

  private boolean onlyTheNewerActivates(Supplier<Person> pending, UnaryOperator<Accounts> variant) {
    Person person = pending.get();
    Bound[] newer = new Bound[1];
    Replica slow =
        Replica.with(
            new PausedAccounts(
                variant.apply(accounts),
                Write.ACTIVATE,
                () -> newer[0] = (Bound) replica.bindAgain(person)),
            database);
    return slow.logIn(person.at(Replica.STEP)) instanceof Rejected
        && replica.succeeds(person.with(newer[0].secret()).at(Replica.STEP));
  }

  private boolean bindingIsTooLate(Supplier<Person> pending) {
    Person person = pending.get();
    Replica slow =
        Replica.with(
            new PausedAccounts(
                accounts,
                Write.BIND,
                () -> assertThat(replica.succeeds(person.at(Replica.STEP))).isTrue()),
            database);
    return slow.bindAgain(person) instanceof BindingOutcome.Rejected
        && replica.succeeds(person.at(Replica.NEXT_STEP));
  }

  private boolean bindingFirst(Person person) throws Exception {
    Overlap<BindingOutcome, LoginOutcome> both =
        Overlap.behind(
            () -> HeldLock.onPending(person),
            () -> replica.bindAgain(person),
            () -> replica.logIn(person.at(Replica.STEP)));
    return both.first() instanceof Bound bound
        && both.second() instanceof Rejected
        && replica.succeeds(person.with(bound.secret()).at(Replica.STEP));
  }

  private boolean loginFirst(Person person) throws Exception {
    Overlap<LoginOutcome, BindingOutcome> both =
        Overlap.behind(
            () -> HeldLock.onPending(person),
            () -> replica.logIn(person.at(Replica.STEP)),
            () -> replica.bindAgain(person));
    return both.first() instanceof Authenticated
        && both.second() instanceof BindingOutcome.Rejected
        && replica.succeeds(person.at(Replica.NEXT_STEP));
  }

  private boolean oneBinds(Person person) throws Exception {
    Overlap<BindingOutcome, BindingOutcome> both =
        Overlap.behind(
            () -> HeldLock.onPending(person),
            () -> replica.bindAgain(person),
            () -> replica.bindAgain(person));
    return both.first() instanceof Bound bound
        && both.second() instanceof BindingOutcome.Rejected
        && replica
            .pendingSecret(person.name())
            .revealAsBase32()
            .equals(bound.secret().revealAsBase32());
  }

  private Person renewing() {
    Person old = replica.enrolled();
    return replica.renewing(old, replica.ticket(old, Replica.STEP));
  }
}
