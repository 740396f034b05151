package fr.cofrap.jdbc;

import static fr.cofrap.account.SampleCredentials.fingerprint;
import static fr.cofrap.account.SampleCredentials.fresh;
import static fr.cofrap.account.SampleCredentials.sealed;
import static fr.cofrap.account.SampleCredentials.unusedName;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.AccountsContract;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
final class PostgresAccountsTest extends AccountsContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Accounts accounts = new PostgresAccounts(TestDatabase.shared());
  private final CodeThrottle throttle = new PostgresCodeThrottle(TestDatabase.shared());

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Override
  protected CodeThrottle throttle() {
    return throttle;
  }

  @Test
  void ignoresAStraySignUpForAnExistingAccount() {
    Username name = unusedName();
    Account.SigningUp stray = boundSignUp(name);
    Username owner = unusedName();
    accounts.activateSignUp(
        boundSignUp(owner),
        fingerprint(new CredentialSetId(UUID.randomUUID())),
        TimeStep.at(NOW),
        NOW);
    try (Session session = TestDatabase.asOwner()) {
      session.update(
          "UPDATE users SET username = ? WHERE username = ?", name.value(), owner.value());
    }
    Account account = accounts.find(name, NOW);
    assertThat(account).isInstanceOf(Account.Enrolled.class);
    assertThat(((Account.Enrolled) account).renewal()).isEmpty();
    assertThat(
            accounts.activateSignUp(
                stray, fingerprint(new CredentialSetId(UUID.randomUUID())), TimeStep.at(NOW), NOW))
        .isFalse();
    assertThat(accounts.find(name, NOW)).isEqualTo(account);
  }

  @Test
  void ignoresAStrayRenewalAndFreesItsNameInTime() {
    Username name = unusedName();
    NewCredentials credentials = fresh(NOW);
    accounts.startSignUp(name, credentials, NOW);
    try (Session session = TestDatabase.asOwner()) {
      session.update(
          "UPDATE pending_credentials SET replaces = gen_random_uuid() WHERE username = ?",
          name.value());
    }
    assertThat(accounts.find(name, NOW)).isEqualTo(new Account.Absent());
    assertThat(accounts.startSignUp(name, fresh(NOW), NOW)).isFalse();
    Instant freed = credentials.pendingUntil();
    assertThat(accounts.startSignUp(name, fresh(freed), freed)).isTrue();
    assertThat(accounts.find(name, freed)).isInstanceOf(Account.SigningUp.class);
  }

  @Test
  void storesTheClientsSixColumnsUnderTheirNames() {
    Username name = unusedName();
    Account.SigningUp read = boundSignUp(name);
    accounts.activateSignUp(
        read, fingerprint(new CredentialSetId(UUID.randomUUID())), TimeStep.at(NOW), NOW);
    accounts.claimStepAndExpire(
        read.id(),
        read.pending().setId(),
        read.pending().fingerprint(),
        new TimeStep(TimeStep.at(NOW).number() + 1));
    try (Session session = TestDatabase.asOwner()) {
      assertThat(
              session.text(
                  """
                  SELECT concat_ws(' ', id, username, password, mfa, gendate, expired)
                  FROM users WHERE username = ?
                  """,
                  name.value()))
          .contains(
              "%d %s %s %s %d 1"
                  .formatted(
                      read.id().value(),
                      name.value(),
                      read.pending().password().phc(),
                      read.pending().totpSecret().orElseThrow().text(),
                      NOW.getEpochSecond()));
    }
  }

  private Account.SigningUp boundSignUp(Username name) {
    accounts.startSignUp(name, fresh(NOW), NOW);
    Account.SigningUp read = (Account.SigningUp) accounts.find(name, NOW);
    accounts.bindAuthenticator(read.pending(), sealed(), NOW);
    return (Account.SigningUp) accounts.find(name, NOW);
  }
}
