package fr.cofrap.account;

import fr.cofrap.password.PasswordHash;
import fr.cofrap.totp.TimeStep;
import java.time.Instant;
import java.util.Optional;

/**
 * The users and their credentials, independent of where they are stored.
 *
 * <p>Every method is one atomic decision. A method that writes after a read takes the set (and
 * version) that was read, and changes nothing if that is no longer what is stored: between the read
 * and the write lies a password hash, enough time for another request to replace it. All methods
 * throw {@link fr.cofrap.Unavailable} when the store cannot be reached.
 */
public interface Accounts {

  /** Reads what is stored under a name. Pending credentials past their usable time are ignored. */
  Account find(Username username, Instant now);

  /**
   * Stores a sign-up under a new user ID.
   *
   * @return false, and nothing stored, if the name has an account or is reserved by another sign-up
   */
  boolean startSignUp(Username username, NewCredentials credentials, Instant now);

  /**
   * Finds the nth newest of the sign-ups that have not logged in yet.
   *
   * @param after only sign-ups that can be used for longer than this count
   * @param until and only those that can be used no longer than this
   * @return until when it can be used; empty if there are fewer
   */
  Optional<Instant> nthNewestSignUp(int n, Instant after, Instant until);

  /**
   * Stores credentials that will replace the given set, and discards any earlier renewal.
   *
   * @param ticketExpiresAt of the renewal ticket, in whole seconds; {@link TicketUse} counts it
   * @return false, and nothing stored, if that set is no longer in force or is disabled, or the
   *     ticket is used up
   */
  boolean startRenewal(
      UserId user, CredentialSetId replaces, Instant ticketExpiresAt, NewCredentials credentials);

  /**
   * Stores the TOTP secret of a pending set, and replaces any earlier one.
   *
   * @param read the pending set whose password was verified
   * @return false, and nothing stored, if that is no longer what is stored
   */
  boolean bindAuthenticator(PendingCredentials read, SealedSecret secret, Instant now);

  /**
   * Uses up a time step for a login that succeeds.
   *
   * @param current the fingerprint of the set's password, by the current key
   * @return when the user last logged in; empty, and nothing changed, if the step or a later one is
   *     already used up, or the set is no longer in force or is marked expired
   */
  Optional<Instant> claimStep(
      UserId user, CredentialSetId set, Fingerprint current, TimeStep step, Instant now);

  /**
   * Uses up a time step for a login with expired credentials, and marks them expired.
   *
   * @param current the fingerprint of the set's password, by the current key
   * @return false, and nothing changed, if the step or a later one is already used up, or the set
   *     is no longer in force; true for a set that was marked expired before
   */
  boolean claimStepAndExpire(UserId user, CredentialSetId set, Fingerprint current, TimeStep step);

  /**
   * Turns a sign-up into an account, and uses up its first time step.
   *
   * @param read the pending set whose password and code were verified
   * @param current the fingerprint of its password, by the current key
   * @return false, and nothing changed, if that is no longer what is stored or the name has an
   *     account by now: a sign-up never touches an existing account
   */
  boolean activateSignUp(Account.SigningUp read, Fingerprint current, TimeStep step, Instant now);

  /**
   * Puts renewed credentials in force and ends the ones they replace.
   *
   * @param read the account as it was read
   * @param renewal its pending set, whose password and code were verified
   * @param current the fingerprint of its password, by the current key
   * @return when the user last logged in; empty, and nothing changed, if either set is no longer
   *     what is stored, or the replaced one is disabled
   */
  Optional<Instant> activateRenewal(
      Account.Enrolled read,
      PendingCredentials renewal,
      Fingerprint current,
      TimeStep step,
      Instant now);

  /** Stores a stronger hash of the same password, if the set still has the hash that was read. */
  void rehash(UserId user, ActiveCredentials read, PasswordHash stronger);
}
