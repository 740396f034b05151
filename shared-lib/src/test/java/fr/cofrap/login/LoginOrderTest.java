package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.CheapHasher;
import fr.cofrap.Holder;
import fr.cofrap.SeededRandom;
import fr.cofrap.Unavailable;
import fr.cofrap.World;
import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.account.Username;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.login.LoginOutcome.Throttled;
import fr.cofrap.password.Argon2Runs;
import fr.cofrap.password.HashThreads;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.throttle.CodeThrottle;
import fr.cofrap.totp.OneTimeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only the right password with a valid, unused code costs a hash; rejections reveal nothing. */
final class LoginOrderTest {
  private static final Password WRONG = new Password("A".repeat(24));

  private final World world = new World();
  private final Holder alice = world.enrolled("alice");

  @Test
  void aCompletedLoginCostsOneHash() {
    assertThat(Argon2Runs.of(() -> assertThat(alice.logIn()).isInstanceOf(Authenticated.class)))
        .isEqualTo(1);
  }

  @Test
  void thirtyTwoLoginsAtOnceAllSucceedOnOneHashingThread() throws Exception {
    List<Holder> holders =
        IntStream.range(0, 32).mapToObj(i -> world.enrolled("user-" + i)).toList();
    try (HashThreads oneThread = new HashThreads(1, CheapHasher.COST);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      LoginVerifier verifier =
          world.verifier(
              world.accounts,
              new PasswordHasher(oneThread, CheapHasher.COST, new SeededRandom(3)),
              world.vault);
      List<Callable<LoginOutcome>> logins =
          holders.stream()
              .<Callable<LoginOutcome>>map(holder -> () -> verifier.verify(holder.attempt()))
              .toList();
      for (Future<LoginOutcome> login : executor.invokeAll(logins)) {
        assertThat(login.get()).isInstanceOf(Authenticated.class);
      }
    }
  }

  @Test
  void aWrongPasswordCostsNone() {
    assertThat(
            Argon2Runs.of(() -> {
              assertThat(world.logIn("alice", WRONG, alice.code())).isEqualTo(new Rejected());
              assertThat(world.logIn("nobody", WRONG, alice.code())).isEqualTo(new Rejected());
            }))
        .isZero();
  }

  @Test
  void aWrongCodeCostsNone() {
    assertThat(
            Argon2Runs.of(
                () -> assertThat(alice.logInWith(alice.wrongCode())).isEqualTo(new Rejected())))
        .isZero();
  }

  @Test
  void aUsedCodeCostsNeitherAHashNorAnAttempt() {
    alice.mustLogIn();
    assertThat(
            Argon2Runs.of(() -> {
              for (int i = 0; i < 3 * CodeThrottle.MAX_RECENT; i++) {
                assertThat(alice.logIn()).isEqualTo(new Rejected());
                assertThat(world.audit.last()).isEqualTo("login CODE_USED_OR_SUPERSEDED alice");
              }
            }))
        .isZero();
    world.waitForNextCode();
    alice.mustLogIn();
  }

  /** Otherwise the response to a used code would reveal that the throttle has ended. */
  @Test
  void theThrottleIsConsultedBeforeTheCode() {
    alice.mustLogIn();
    OneTimeCode used = alice.code();
    for (int i = 0; i < CodeThrottle.MAX_RECENT; i++) {
      alice.logInWith(alice.wrongCode());
    }
    assertThat(
            Argon2Runs.of(() -> {
              assertThat(alice.logInWith(used)).isInstanceOf(Throttled.class);
              assertThat(alice.logInWith(alice.code(1))).isInstanceOf(Throttled.class);
              assertThat(alice.logInWith(alice.wrongCode())).isInstanceOf(Throttled.class);
            }))
        .isZero();
  }

  @Test
  void ifHashingIsUnavailableTheAttemptIsGivenBackAndTheCodeRemainsUsable() {
    HashThreads closed = new HashThreads(1, CheapHasher.COST);
    closed.close();
    LoginVerifier busy =
        world.verifier(
            world.accounts,
            new PasswordHasher(closed, CheapHasher.COST, new SeededRandom(2)),
            world.vault);
    for (int i = 0; i < 2 * CodeThrottle.MAX_RECENT; i++) {
      assertThatThrownBy(() -> busy.verify(alice.attempt())).isInstanceOf(Unavailable.class);
    }
    alice.mustLogIn();
  }

  @Test
  void ifTheStepCannotBeClaimedTheAttemptIsGivenBack() {
    Accounts unavailable =
        ForwardingAccounts.claiming(
            world.accounts,
            ForwardingAccounts.failing(new Unavailable("gone", Duration.ofSeconds(1))));
    LoginVerifier verifier =
        world.verifier(unavailable, CheapHasher.at(CheapHasher.COST), world.vault);
    for (int i = 0; i < 2 * CodeThrottle.MAX_RECENT; i++) {
      assertThatThrownBy(() -> verifier.verify(alice.attempt())).isInstanceOf(Unavailable.class);
    }
    alice.mustLogIn();
  }

  /** Two requests with one code: only one of them logs in, and neither is a wrong code. */
  @Test
  void ifAnotherRequestUsesTheCodeMeanwhileTheAttemptIsGivenBack() {
    Accounts overtaken = ForwardingAccounts.claiming(world.accounts, Optional::empty);
    LoginVerifier verifier =
        world.verifier(overtaken, CheapHasher.at(CheapHasher.COST), world.vault);
    for (int i = 0; i < 2 * CodeThrottle.MAX_RECENT; i++) {
      assertThat(verifier.verify(alice.attempt())).isEqualTo(new Rejected());
    }
    alice.mustLogIn();
  }

  @Test
  void ifAnythingFailsTheAttemptIsGivenBack() {
    Accounts failing =
        ForwardingAccounts.claiming(
            world.accounts, ForwardingAccounts.failing(new IllegalStateException("a defect")));
    LoginVerifier verifier = world.verifier(failing, CheapHasher.at(CheapHasher.COST), world.vault);
    for (int i = 0; i < 2 * CodeThrottle.MAX_RECENT; i++) {
      assertThatThrownBy(() -> verifier.verify(alice.attempt()))
          .isInstanceOf(IllegalStateException.class);
    }
    alice.mustLogIn();
  }

  /** It could never complete, so that its code would never be used up. */
  @Test
  void aRenewalOfADisabledSetCostsNoHash() {
    Holder renewed = world.renewed("alice", alice.ticket());
    for (int wrong = 0; wrong < CodeThrottle.MAX_TOTAL; wrong++) {
      world.clock.advance(Duration.ofMinutes(3));
      alice.logInWith(alice.wrongCode());
    }
    assertThat(Argon2Runs.of(() -> assertThat(renewed.logIn()).isEqualTo(new Rejected()))).isZero();
    assertThat(world.audit.last()).isEqualTo("login DISABLED alice");
  }

  /**
   * As if the table had been written to: the fingerprint of another password than the hash. Its
   * codes are right, so they do not count as wrong.
   */
  @Test
  void aPasswordThatOnlyHasTheFingerprintIsRejectedAndTheAttemptGivenBack() {
    Holder bob = world.enrolled("bob");
    Accounts mixed =
        new ForwardingAccounts(world.accounts) {
          @Override
          public Account find(Username username, Instant now) {
            Account.Enrolled user = (Account.Enrolled) super.find(username, now);
            Account.Enrolled other = (Account.Enrolled) super.find(new Username("bob"), now);
            return new Account.Enrolled(
                user.id(),
                username,
                new ActiveCredentials(
                    user.active().setId(),
                    other.active().password(),
                    user.active().fingerprint(),
                    user.active().totpSecret(),
                    user.active().activatedAt(),
                    user.active().lastStep(),
                    false),
                Optional.empty());
          }
        };
    LoginVerifier verifier = world.verifier(mixed, CheapHasher.at(CheapHasher.COST), world.vault);
    for (int i = 0; i < 2 * CodeThrottle.MAX_RECENT; i++) {
      assertThat(verifier.verify(alice.attempt())).isEqualTo(new Rejected());
      assertThat(world.audit.last()).isEqualTo("login FINGERPRINT_COLLISION alice");
    }
    alice.mustLogIn();
    bob.mustLogIn();
  }
}
