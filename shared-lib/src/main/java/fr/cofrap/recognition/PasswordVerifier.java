package fr.cofrap.recognition;

import fr.cofrap.Unavailable;
import fr.cofrap.account.Account;
import fr.cofrap.account.Accounts;
import fr.cofrap.account.CredentialSetId;
import fr.cofrap.account.Fingerprint;
import fr.cofrap.account.PendingCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.password.Password;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import fr.cofrap.recognition.Recognition.OfActive;
import fr.cofrap.recognition.Recognition.OfRenewal;
import fr.cofrap.recognition.Recognition.OfSignUp;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds the credentials that a name and a password may belong to, and proves that they do.
 *
 * <p>Recognizing costs one read and two HMACs for everyone, whoever has the name and whatever is
 * pending. Only proving costs a hash, so whoever guesses passwords costs none.
 */
public final class PasswordVerifier {
  private static final Logger LOG = Logger.getLogger(PasswordVerifier.class.getName());

  private final Accounts accounts;
  private final Fingerprinter fingerprinter;
  private final PasswordHasher hasher;
  private final UnkeyedSets unkeyed;
  private final Decoy decoy;

  public PasswordVerifier(Accounts accounts, Fingerprinter fingerprinter, PasswordHasher hasher) {
    this.accounts = accounts;
    this.fingerprinter = fingerprinter;
    this.hasher = hasher;
    this.unkeyed = new UnkeyedSets(hasher);
    this.decoy = Decoy.by(fingerprinter);
  }

  /**
   * Reads the account and compares fingerprints.
   *
   * @throws Unavailable when the database is unavailable; for a set whose key is lost, when too
   *     many of those are being hashed
   */
  public Recognition recognize(Username username, Password candidate, Instant now) {
    Account account = accounts.find(username, now);
    if (!candidate.canBeGenerated()) {
      return new Recognition.None(account);
    }
    return switch (account) {
      case Account.Absent absent -> {
        compareWithDecoy(candidate);
        compareWithDecoy(candidate);
        yield new Recognition.None(absent);
      }
      case Account.SigningUp signUp -> recognize(candidate, signUp);
      case Account.Enrolled user -> recognize(candidate, user);
    };
  }

  private Recognition recognize(Password candidate, Account.SigningUp signUp) {
    Comparison pending = compare(candidate, signUp.pending());
    compareWithDecoy(candidate);
    return pending
        .byFingerprint()
        .or(() -> pending.byHash(unkeyed))
        .<Recognition>map(password -> new OfSignUp(signUp, password))
        .orElseGet(() -> new Recognition.None(signUp));
  }

  /** Both fingerprints are compared before either set is hashed for want of one. */
  private Recognition recognize(Password candidate, Account.Enrolled user) {
    Optional<PendingCredentials> pending = user.renewal();
    Comparison active =
        compare(
            candidate,
            user.active().setId(),
            user.active().fingerprint(),
            user.active().password());
    Optional<Comparison> renewal = pending.map(set -> compare(candidate, set));
    if (renewal.isEmpty()) {
      compareWithDecoy(candidate);
    }
    return active
        .byFingerprint()
        .<Recognition>map(password -> new OfActive(user, password))
        .or(() ->
            renewal
                .flatMap(Comparison::byFingerprint)
                .map(password -> new OfRenewal(user, pending.orElseThrow(), password)))
        .or(() -> active.byHash(unkeyed).map(password -> new OfActive(user, password)))
        .or(() ->
            renewal
                .flatMap(set -> set.byHash(unkeyed))
                .map(password -> new OfRenewal(user, pending.orElseThrow(), password)))
        .orElseGet(() -> new Recognition.None(user));
  }

  private Comparison compare(Password candidate, PendingCredentials pending) {
    return compare(candidate, pending.setId(), pending.fingerprint(), pending.password());
  }

  private Comparison compare(
      Password candidate, CredentialSetId set, Fingerprint fingerprint, PasswordHash hash) {
    return new Comparison(candidate, set, hash, fingerprinter.matches(candidate, set, fingerprint));
  }

  private void compareWithDecoy(Password candidate) {
    fingerprinter.matches(candidate, decoy.set(), decoy.fingerprint());
  }

  /**
   * Hashes a recognized password. No connection is held meanwhile.
   *
   * @return empty if another password has the same fingerprint by chance
   * @throws Unavailable when hashing is unavailable
   */
  public Optional<ProvedPassword> prove(RecognizedPassword recognized) {
    Password candidate = recognized.candidate();
    boolean right =
        recognized.hashed() || hasher.matches(candidate, recognized.hash(), recognized.set());
    return right
        ? Optional.of(
            new ProvedPassword(
                recognized.set(), candidate, fingerprinter.of(recognized.set(), candidate)))
        : Optional.empty();
  }

  /**
   * After a login: stores the password's hash at the current cost, if that has been raised. A
   * failure never fails the login, which has succeeded already.
   */
  public void strengthen(Account.Enrolled user, ProvedPassword proved) {
    try {
      hasher
          .strengthened(proved.password(), user.active().password(), proved.set())
          .ifPresent(stronger -> accounts.rehash(user.id(), user.active(), stronger));
    } catch (Unavailable e) {
      LOG.log(Level.INFO, "the hash was not strengthened; a later login will try again", e);
    }
  }
}
