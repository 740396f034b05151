package fr.cofrap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.SampleHash;
import fr.cofrap.account.Account;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LoggedAuditTrailTest {
  private static final Username ALICE = new Username("alice");
  private static final CredentialSetId SET = new CredentialSetId(new UUID(1, 2));
  private static final PendingCredentials PENDING =
      new PendingCredentials(
          SET, SampleHash.ANY, Optional.of(new SealedSecret("sealed")), 1, Instant.EPOCH);

  private final Logger logger = Logger.getLogger("fr.cofrap.audit");
  private final LastRecord records = new LastRecord();
  private final LoggedAuditTrail trail = new LoggedAuditTrail();

  @BeforeEach
  void listen() {
    logger.addHandler(records);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(records);
    logger.setUseParentHandlers(true);
  }

  @Test
  void namesNobodyWhoDoesNotExist() {
    trail.record(Decision.WRONG_PASSWORD, new Account.Absent());
    assertThat(records.members())
        .isEqualTo(
            Map.of(
                "event", "authenticate-user",
                "outcome", "refused",
                "reason", "wrong password or unknown user"));
  }

  @Test
  void namesWhoSignsUp() {
    trail.record(Decision.NO_AUTHENTICATOR, new Account.SigningUp(new UserId(7), ALICE, PENDING));
    assertThat(records.members())
        .containsOnlyKeys("event", "outcome", "reason", "userId", "username")
        .containsEntry("userId", 7L)
        .containsEntry("username", "alice");
  }

  @Test
  void namesWhoIsEnrolledAndNothingOfTheirCredentials() {
    ActiveCredentials active =
        new ActiveCredentials(
            SET, SampleHash.ANY, new SealedSecret("sealed"), Instant.EPOCH, false);
    trail.record(
        Decision.EXPIRED, new Account.Enrolled(new UserId(7), ALICE, active, Optional.of(PENDING)));
    assertThat(records.members())
        .containsOnlyKeys("event", "outcome", "reason", "userId", "username");
  }

  @Test
  void namesWhoExistsFromNowOn() {
    trail.record(Decision.PASSWORD_ISSUED, ALICE);
    assertThat(records.members())
        .containsOnlyKeys("event", "outcome", "reason", "username")
        .containsEntry("username", "alice");
  }

  private static final class LastRecord extends Handler {
    private @Nullable LogRecord last;

    @Override
    public void publish(LogRecord logRecord) {
      last = logRecord;
    }

    Map<Object, Object> members() {
      if (last == null || !(last.getParameters()[0] instanceof Map<?, ?> members)) {
        throw new AssertionError("no decision was logged");
      }
      return new HashMap<>(members);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
