package fr.cofrap.login;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.Rfc6238;
import fr.cofrap.Unavailable;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.UserId;
import fr.cofrap.audit.LoginEvent.Result;
import fr.cofrap.keys.Keys;
import fr.cofrap.sealing.SecretVault;
import fr.cofrap.totp.TimeStep;
import fr.cofrap.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The store fails right after the decision. */
final class CodeVerifierTest {
  private static final Instant NOW = Instant.parse("2026-08-31T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final UserId user = new UserId(1);
  private final CredentialSetId set = CredentialSetId.random(RANDOM);
  private final TotpSecret secret = TotpSecret.random(RANDOM);
  private final SecretVault vault = new SecretVault(Keys.ring(1), RANDOM);
  private final CodeVerifier verifier = new CodeVerifier(new FailingThrottle(), vault);

  @Test
  void aSuccessfulLoginRemainsSuccessful() {
    LoginOutcome outcome = new LoginOutcome.Throttled(Duration.ofSeconds(1));
    assertThat(verdict(step -> Optional.of(outcome))).isEqualTo(new CodeVerdict.Accepted(outcome));
  }

  @Test
  void aUsedCodeRemainsRejected() {
    assertThat(verdict(step -> Optional.empty()))
        .isEqualTo(new CodeVerdict.Rejected(Result.CODE_USED_OR_SUPERSEDED));
  }

  private CodeVerdict verdict(Function<TimeStep, Optional<LoginOutcome>> complete) {
    SecondFactor factor = new SecondFactor(user, set, vault.seal(secret, user, set));
    return verifier.verify(factor, Rfc6238.codeAt(secret, NOW), NOW, complete);
  }

  /** Reserves attempts but cannot return them. */
  private static final class FailingThrottle implements CodeThrottle {
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
