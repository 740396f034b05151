package fr.cofrap.races;

import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.ActiveCredentials;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.ForwardingAccounts;
import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import fr.cofrap.jdbc.Session;
import fr.cofrap.jdbc.TestDatabase;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.Optional;

/**
 * What must not be done: each statement lacks the guard of the real one. The tests run them through
 * the same races, to show that they would notice.
 */
final class UnguardedAccounts {
  private UnguardedAccounts() {}

  /** Looks for an account in the snapshot of the same statement that then waits for it. */
  static Accounts signUpThatLooksOnce(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public boolean startSignUp(Username username, NewCredentials credentials, Instant now) {
        try (Session session = TestDatabase.asApp()) {
          return session.update(
                  """
                  INSERT INTO pending_credentials AS held
                    (set_id, user_id, username, password, fingerprint,
                     pending_until, usable_until)
                  SELECT ?, nextval('user_ids'), ?, ?, ?, ?, ?
                  WHERE NOT EXISTS (SELECT FROM users WHERE username = ?)
                  ON CONFLICT (username) DO UPDATE SET
                    set_id = excluded.set_id, user_id = excluded.user_id, replaces = NULL,
                    password = excluded.password, fingerprint = excluded.fingerprint,
                    mfa = NULL, version = 0,
                    pending_until = excluded.pending_until, usable_until = excluded.usable_until
                  WHERE held.pending_until <= ?
                  """,
                  credentials.setId().value(),
                  username.value(),
                  credentials.password().phc(),
                  credentials.fingerprint().text(),
                  credentials.pendingUntil().getEpochSecond(),
                  credentials.usableUntil().getEpochSecond(),
                  username.value(),
                  now.getEpochSecond())
              == 1;
        }
      }
    };
  }

  /** Takes the name because it was free when it was read. */
  static Accounts signUpThatTrustsWhatWasRead(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public boolean startSignUp(Username username, NewCredentials credentials, Instant now) {
        try (Session session = TestDatabase.asApp()) {
          return session.update(
                  """
                  INSERT INTO pending_credentials
                    (set_id, user_id, username, password, fingerprint,
                     pending_until, usable_until)
                  VALUES (?, nextval('user_ids'), ?, ?, ?, ?, ?)
                  ON CONFLICT (username) DO UPDATE SET
                    set_id = excluded.set_id, user_id = excluded.user_id, replaces = NULL,
                    password = excluded.password, fingerprint = excluded.fingerprint,
                    mfa = NULL, version = 0,
                    pending_until = excluded.pending_until, usable_until = excluded.usable_until
                  """,
                  credentials.setId().value(),
                  username.value(),
                  credentials.password().phc(),
                  credentials.fingerprint().text(),
                  credentials.pendingUntil().getEpochSecond(),
                  credentials.usableUntil().getEpochSecond())
              == 1;
        }
      }
    };
  }

  /** Deletes whatever is pending under the name, not just the version that was read. */
  static Accounts activationByName(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public boolean activateSignUp(
          Account.SigningUp read, Fingerprint current, TimeStep step, Instant now) {
        String name = read.username().value();
        try (Session session = TestDatabase.asApp().begin()) {
          session.update("DELETE FROM pending_credentials WHERE username = ?", name);
          session.update(
              """
              INSERT INTO users
                (id, username, password, fingerprint, mfa, gendate, set_id, last_time_step,
                 last_login_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              read.id().value(),
              name,
              read.pending().password().phc(),
              current.text(),
              read.pending().totpSecret().orElseThrow().text(),
              now.getEpochSecond(),
              read.pending().setId().value(),
              step.number(),
              now.getEpochSecond());
          session.commit();
          return true;
        }
      }
    };
  }

  /** Replaces whatever set the user has by now, and deletes whatever is pending under the name. */
  static Accounts renewalOfWhateverSet(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public Optional<Instant> activateRenewal(
          Account.Enrolled read,
          PendingCredentials renewal,
          Fingerprint current,
          TimeStep step,
          Instant now) {
        try (Session session = TestDatabase.asApp().begin()) {
          session.update(
              "DELETE FROM pending_credentials WHERE username = ?", read.username().value());
          int replaced =
              session.update(
                  "UPDATE users SET set_id = ?, password = ?, fingerprint = ?, mfa = ?,"
                      + " last_time_step = ? WHERE id"
                      + " = ?",
                  renewal.setId().value(),
                  renewal.password().phc(),
                  current.text(),
                  renewal.totpSecret().orElseThrow().text(),
                  step.number(),
                  read.id().value());
          session.commit();
          return replaced == 1 ? Optional.of(now) : Optional.empty();
        }
      }
    };
  }

  /** Uses up a step of whatever set the user has by now. */
  static Accounts claimWithoutSet(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public Optional<Instant> claimStep(
          UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
        try (Session session = TestDatabase.asApp()) {
          int claimed =
              session.update(
                  "UPDATE users SET fingerprint = ?, last_time_step = ?"
                      + " WHERE id = ? AND last_time_step < ?",
                  current.text(),
                  step.number(),
                  user.value(),
                  step.number());
          return claimed == 1 ? Optional.of(now) : Optional.empty();
        }
      }
    };
  }

  /** Decides by what an earlier statement read. */
  static Accounts claimInTwoStatements(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public Optional<Instant> claimStep(
          UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now) {
        try (Session session = TestDatabase.asApp()) {
          long last = session.number("SELECT last_time_step FROM users WHERE id = ?", user.value());
          if (last >= step.number()) {
            return Optional.empty();
          }
          session.update(
              "UPDATE users SET last_time_step = ? WHERE id = ?", step.number(), user.value());
          return Optional.of(now);
        }
      }
    };
  }

  /** Decides by what an earlier statement read, and marks the set expired. */
  static Accounts expiryMarkInTwoStatements(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public boolean claimStepAndExpire(
          UserId user, CredentialSetId set, Fingerprint current, TimeStep step) {
        try (Session session = TestDatabase.asApp()) {
          long last = session.number("SELECT last_time_step FROM users WHERE id = ?", user.value());
          return last < step.number()
              && session.update(
                      "UPDATE users SET last_time_step = ?, expired = 1 WHERE id = ?",
                      step.number(),
                      user.value())
                  == 1;
        }
      }
    };
  }

  /** Marks whatever set the user has by now. */
  static Accounts expiryMarkWithoutSet(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public boolean claimStepAndExpire(
          UserId user, CredentialSetId set, Fingerprint current, TimeStep step) {
        try (Session session = TestDatabase.asApp()) {
          return session.update("UPDATE users SET expired = 1 WHERE id = ?", user.value()) == 1;
        }
      }
    };
  }

  /** Stores the old set's password in whatever set the user has by now. */
  static Accounts rehashWithoutSet(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public void rehash(UserId user, ActiveCredentials read, PasswordHash stronger) {
        try (Session session = TestDatabase.asApp()) {
          session.update(
              "UPDATE users SET password = ? WHERE id = ?", stronger.phc(), user.value());
        }
      }
    };
  }

  /** Stores a renewal however often its ticket was used. */
  static Accounts renewalWithoutLimit(Accounts others) {
    return new ForwardingAccounts(others) {
      @Override
      public boolean startRenewal(
          UserId user,
          CredentialSetId replaces,
          Instant ticketExpiresAt,
          NewCredentials credentials) {
        try (Session session = TestDatabase.asApp()) {
          return session.update(
                  """
                  UPDATE pending_credentials SET
                    set_id = ?, password = ?, fingerprint = ?, mfa = NULL, version = 0,
                    issued = issued + 1
                  WHERE user_id = ? AND replaces IN (
                    SELECT set_id FROM users WHERE id = ? FOR UPDATE)
                  """,
                  credentials.setId().value(),
                  credentials.password().phc(),
                  credentials.fingerprint().text(),
                  user.value(),
                  user.value())
              == 1;
        }
      }
    };
  }
}
