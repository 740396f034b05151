package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.CheapHasher;
import fr.cofrap.Holder;
import fr.cofrap.SeededRandom;
import fr.cofrap.World;
import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.Username;
import fr.cofrap.jdbc.CapturedLog;
import fr.cofrap.keys.KeyMissing;
import fr.cofrap.keys.Keys;
import fr.cofrap.sealing.SealBroken;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.throttle.CodeThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/**
 * The password is correct, but the secret that the code would be checked against cannot be opened.
 */
final class UnreadableSecretTest {
  private final World world = new World();
  private final LoginVerifier lackingTheKey =
      verifier(world.accounts, new SecretVault(Keys.ring(9), new SeededRandom(2)));

  @Test
  void aReplicaWithoutTheKeyIsUnavailableAndConsumesNothing() {
    assertMissing(world.enrolled("alice"));
    assertMissing(world.signedUp("bob"));
  }

  private void assertMissing(Holder holder) {
    for (int i = 0; i <= CodeThrottle.MAX_RECENT; i++) {
      assertThatThrownBy(() -> logIn(lackingTheKey, holder))
          .isInstanceOfSatisfying(
              KeyMissing.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
      assertThat(world.audit.last()).isEqualTo("login KEY_MISSING " + holder.name());
    }
    holder.mustLogIn();
  }

  @Test
  void aReplicaWithoutTheKeyLogsWhichOneIsMissing() {
    Holder alice = world.enrolled("alice");
    try (CapturedLog log = new CapturedLog(LoginVerifier.class.getName())) {
      assertThatThrownBy(() -> logIn(lackingTheKey, alice)).isInstanceOf(KeyMissing.class);

      assertThat(log.lines(Level.WARNING))
          .containsExactly(
              "a key is missing on this replica {detail=no key %s, user 1, set %s}"
                  .formatted(Keys.key(1).id(), active("alice").setId().value()));
    }
  }

  @Test
  void aSecretOfAnotherRowIsAFaultAndConsumesNothing() {
    Holder alice = world.enrolled("alice");
    world.enrolled("bob");
    assertBroken(alice, active("bob").totpSecret(), active("alice").setId().value().toString());
  }

  @Test
  void aCorruptedSecretOfASignUpIsAFaultAndConsumesNothing() {
    Holder alice = world.signedUp("alice");
    String set = ((Account.SigningUp) find("alice")).pending().setId().value().toString();
    assertBroken(alice, new SealedSecret("corrupted"), set);
  }

  private void assertBroken(Holder holder, SealedSecret stored, String set) {
    LoginVerifier verifier = verifier(storing(stored), world.vault);
    for (int i = 0; i <= CodeThrottle.MAX_RECENT; i++) {
      assertThatThrownBy(() -> logIn(verifier, holder))
          .isInstanceOf(SealBroken.class)
          .hasMessageEndingWith("user 1, set " + set)
          .hasMessageNotContaining(stored.text());
      assertThat(world.audit.last()).isEqualTo("login SECRET_BROKEN alice");
    }
    holder.mustLogIn();
  }

  /** As if someone had written this secret into the user's row. */
  private Accounts storing(SealedSecret secret) {
    return new ForwardingAccounts(world.accounts) {
      @Override
      public Account find(Username username, Instant now) {
        return switch (super.find(username, now)) {
          case Account.Absent absent -> absent;
          case Account.SigningUp(var id, var name, PendingCredentials p) ->
              new Account.SigningUp(
                  id,
                  name,
                  new PendingCredentials(
                      p.setId(),
                      p.password(),
                      p.fingerprint(),
                      Optional.of(secret),
                      p.version(),
                      p.pendingUntil(),
                      p.ticket()));
          case Account.Enrolled(var id, var name, ActiveCredentials a, var renewal) ->
              new Account.Enrolled(
                  id,
                  name,
                  new ActiveCredentials(
                      a.setId(),
                      a.password(),
                      a.fingerprint(),
                      secret,
                      a.activatedAt(),
                      a.lastStep(),
                      a.markedExpired()),
                  renewal);
        };
      }
    };
  }

  private LoginVerifier verifier(Accounts accounts, SecretVault vault) {
    return world.verifier(accounts, CheapHasher.at(CheapHasher.COST), vault);
  }

  private static LoginOutcome logIn(LoginVerifier with, Holder holder) {
    return with.verify(
        new LoginAttempt(new Username(holder.name()), holder.password(), holder.code(), false));
  }

  private ActiveCredentials active(String name) {
    return ((Account.Enrolled) find(name)).active();
  }

  private Account find(String name) {
    return world.accounts.find(new Username(name), world.now());
  }
}
