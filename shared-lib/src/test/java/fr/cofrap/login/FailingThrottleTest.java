package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cofrap.Holder;
import fr.cofrap.Unavailable;
import fr.cofrap.World;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.throttle.CodeThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store fails right after the decision, which stands. */
final class FailingThrottleTest {
  private final World world = new World();
  private final Holder alice = world.enrolled("alice");

  static Stream<RuntimeException> failures() {
    return Stream.of(
        new Unavailable("gone", Duration.ofSeconds(1)), new IllegalStateException("a defect"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aSuccessfulLoginRemainsSuccessful(RuntimeException failure) {
    assertThat(logIn(world.accounts, failure)).isInstanceOf(Authenticated.class);
    assertThat(world.audit.last()).isEqualTo("login AUTHENTICATED alice");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aCodeUsedByAnotherRequestMeanwhileRemainsRejected(RuntimeException failure) {
    Accounts overtaken = ForwardingAccounts.claiming(world.accounts, Optional::empty);
    assertThat(logIn(overtaken, failure)).isEqualTo(new Rejected());
    assertThat(world.audit.last()).isEqualTo("login CODE_USED_OR_SUPERSEDED alice");
  }

  /** Not the failure to give the attempt back, which would hide it. */
  @ParameterizedTest
  @MethodSource("failures")
  void theFirstFailureIsTheOneThatIsReported(RuntimeException failure) {
    Accounts failing =
        ForwardingAccounts.claiming(
            world.accounts,
            ForwardingAccounts.failing(new Unavailable("the claim failed", Duration.ofSeconds(1))));
    assertThatThrownBy(() -> logIn(failing, failure)).hasMessage("the claim failed");
  }

  private LoginOutcome logIn(Accounts stored, RuntimeException failure) {
    return world.verifier(stored, new FailingThrottle(failure)).verify(alice.attempt());
  }

  /** Reserves attempts but cannot return them. */
  private record FailingThrottle(RuntimeException failure) implements CodeThrottle {
    @Override
    public Optional<Refusal> refusal(CredentialSetId set, Instant now) {
      return Optional.empty();
    }

    @Override
    public Admission admit(CredentialSetId set, Instant now) {
      return new Admission.Admitted(now);
    }

    @Override
    public void forgive(CredentialSetId set) {
      throw failure;
    }

    @Override
    public void withdraw(CredentialSetId set, Admission.Admitted reservation) {
      throw failure;
    }
  }
}
