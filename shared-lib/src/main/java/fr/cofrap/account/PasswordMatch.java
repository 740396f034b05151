package fr.cofrap.account;

/** Which of a user's credential sets a password belongs to. */
public sealed interface PasswordMatch {

  /** To none: the password is wrong, or no user has that name. */
  record None(Account account) implements PasswordMatch {}

  /** To a sign-up that has not logged in yet. */
  record OfSignUp(Account.SigningUp account) implements PasswordMatch {}

  /** To the credentials in force. */
  record OfActive(Account.Enrolled account) implements PasswordMatch {}

  /** To the credentials that are to replace the ones in force. */
  record OfRenewal(Account.Enrolled account, PendingCredentials renewal) implements PasswordMatch {}
}
