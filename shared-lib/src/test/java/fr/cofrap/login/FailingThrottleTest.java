package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Holder;
import fr.cofrap.Unavailable;
import fr.cofrap.World;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.login.LoginOutcome.Authenticated;
import fr.cofrap.login.LoginOutcome.Rejected;
import fr.cofrap.throttle.CodeThrottle;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The store fails right after the decision. */
final class FailingThrottleTest {
  private final World world = new World();
  private final Holder alice = world.enrolled("alice");

  @Test
  void aSuccessfulLoginRemainsSuccessful() {
    assertThat(logIn()).isInstanceOf(Authenticated.class);
  }

  @Test
  void aUsedCodeRemainsRejected() {
    alice.mustLogIn();
    assertThat(logIn()).isEqualTo(new Rejected());
  }

  private LoginOutcome logIn() {
    return world.verifier(new FailingThrottle()).verify(alice.attempt());
  }

  /** Reserves attempts but cannot return them. */
  private static final class FailingThrottle implements CodeThrottle {
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
      throw new Unavailable("gone", Duration.ofSeconds(1));
    }

    @Override
    public void withdraw(CredentialSetId set, Admission.Admitted reservation) {
      throw new Unavailable("gone", Duration.ofSeconds(1));
    }
  }
}
