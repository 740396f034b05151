package fr.cofrap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.SampleHash;
import fr.cofrap.account.Account;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.SampleCredentials;
import fr.cofrap.account.SealedSecret;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.totp.TimeStep;
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

final class AuditLogTest {
  private static final Username ALICE = new Username("alice");
  private static final CredentialSetId SET = new CredentialSetId(new UUID(1, 2));
  private static final PendingCredentials PENDING =
      new PendingCredentials(
          SET,
          SampleHash.ANY,
          SampleCredentials.fingerprint(SET),
          Optional.of(new SealedSecret("sealed")),
          1,
          Instant.EPOCH,
          Optional.empty());

  private final Logger logger = Logger.getLogger("fr.cofrap.audit");
  private final LastRecord records = new LastRecord();
  private final AuditLog log = new AuditLog();

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
  void doesNotLogTheNameOfAnUnknownUser() {
    record(LoginEvent.Result.WRONG_PASSWORD, new Account.Absent());
    assertThat(records.members())
        .isEqualTo(
            Map.of(
                "event", "login",
                "outcome", "rejected",
                "reason", "wrong password or unknown user"));
  }

  @Test
  void logsTheNameOfAUserWhoIsSigningUp() {
    record(
        LoginEvent.Result.NO_AUTHENTICATOR, new Account.SigningUp(new UserId(7), ALICE, PENDING));
    assertThat(records.members())
        .containsOnlyKeys("event", "outcome", "reason", "userId", "username")
        .containsEntry("userId", 7L)
        .containsEntry("username", "alice");
  }

  @Test
  void logsAnEnrolledUserWithoutTheirCredentials() {
    ActiveCredentials active =
        new ActiveCredentials(
            SET,
            SampleHash.ANY,
            SampleCredentials.fingerprint(SET),
            new SealedSecret("sealed"),
            Instant.EPOCH,
            new TimeStep(0),
            false);
    record(
        LoginEvent.Result.EXPIRED,
        new Account.Enrolled(new UserId(7), ALICE, active, Optional.of(PENDING)));
    assertThat(records.members())
        .containsOnlyKeys("event", "outcome", "reason", "userId", "username");
  }

  @Test
  void logsTheNameOfAUserWhoHasJustSignedUp() {
    log.on(new SignUpEvent(SignUpEvent.Result.ISSUED, Subject.created(ALICE)));
    assertThat(records.members())
        .containsOnlyKeys("event", "outcome", "reason", "username")
        .containsEntry("username", "alice");
  }

  private void record(LoginEvent.Result result, Account account) {
    log.on(new LoginEvent(result, Subject.of(account)));
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
