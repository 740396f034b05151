package fr.cofrap.enrollment;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditTrail;
import fr.cofrap.audit.SignUpEvent;
import fr.cofrap.audit.SignUpEvent.Result;
import fr.cofrap.audit.Subject;
import fr.cofrap.enrollment.SignUpOutcome.Closed;
import fr.cofrap.enrollment.SignUpOutcome.Issued;
import fr.cofrap.enrollment.SignUpOutcome.TooManySignUps;
import fr.cofrap.enrollment.SignUpOutcome.UsernameTaken;
import fr.cofrap.password.Password;
import fr.cofrap.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Signs up a new user: open → the source's limit → the name's turn → free name → the limit of all →
 * password → name reserved.
 */
public final class SignUp {
  private static final Account NOT_READ = new Account.Absent();

  private final Accounts accounts;
  private final CredentialGenerator generator;
  private final boolean open;
  private final SourceLimit sourceLimit;
  private final NameQueue queue = new NameQueue();
  private final TotalLimit totalLimit;
  private final InstantSource clock;
  private final AuditTrail audit;

  public SignUp(
      Accounts accounts,
      CredentialGenerator generator,
      SignUpRules rules,
      InstantSource clock,
      AuditTrail audit) {
    this.accounts = accounts;
    this.generator = generator;
    open = rules.open();
    sourceLimit = new SourceLimit(rules.perSource());
    totalLimit = new TotalLimit(accounts, rules.perMinute());
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Reserves a name and issues its password. Nothing is hashed for a request that is rejected.
   *
   * @param source empty if it cannot be known, and is therefore not limited
   * @throws fr.cofrap.Unavailable when the database or hashing is unavailable
   */
  public SignUpOutcome start(Username username, Optional<Source> source) {
    if (!open) {
      return rejected(Result.CLOSED, NOT_READ, new Closed());
    }
    Instant now = clock.instant();
    Optional<Duration> wait = source.flatMap(one -> sourceLimit.admit(one, now));
    if (wait.isPresent()) {
      return rejected(Result.SOURCE_LIMIT_REACHED, NOT_READ, new TooManySignUps(wait.get()));
    }
    return queue.inTurn(username, () -> reserved(username));
  }

  private SignUpOutcome reserved(Username username) {
    Instant now = clock.instant();
    Account account = accounts.find(username, now);
    if (isTaken(account, now)) {
      return rejected(Result.USERNAME_TAKEN, account, new UsernameTaken());
    }
    Optional<Duration> wait = totalLimit.reached(now);
    if (wait.isPresent()) {
      return rejected(Result.TOTAL_LIMIT_REACHED, account, new TooManySignUps(wait.get()));
    }
    Password password = generator.password();
    NewCredentials credentials = generator.credentials(password, username, now);
    if (!accounts.startSignUp(username, credentials, now)) {
      return rejected(Result.USERNAME_TAKEN, account, new UsernameTaken());
    }
    audit.record(new SignUpEvent(Result.ISSUED, Subject.created(username)));
    return new Issued(new IssuedPassword(username, password, credentials));
  }

  private static boolean isTaken(Account account, Instant now) {
    return switch (account) {
      case Account.Absent() -> false;
      case Account.SigningUp signUp -> now.isBefore(signUp.pending().pendingUntil());
      case Account.Enrolled user -> true;
    };
  }

  private SignUpOutcome rejected(Result reason, Account account, SignUpOutcome outcome) {
    audit.record(new SignUpEvent(reason, Subject.of(account)));
    return outcome;
  }
}
