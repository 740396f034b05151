package fr.cofrap.recognition;

import fr.cofrap.account.Account;
import fr.cofrap.account.PendingCredentials;

/** Which of a user's credential sets a password may belong to. It proves nothing yet. */
public sealed interface Recognition {

  /** What is stored under the name. */
  Account account();

  /** To none: the password is wrong, or nobody has that name. */
  record None(Account account) implements Recognition {}

  /** To one of them. */
  sealed interface Recognized extends Recognition {
    RecognizedPassword password();
  }

  /** To a sign-up that has not logged in yet. */
  record OfSignUp(Account.SigningUp account, RecognizedPassword password) implements Recognized {}

  /** To the credentials in force. */
  record OfActive(Account.Enrolled account, RecognizedPassword password) implements Recognized {}

  /** To the credentials that are to replace the ones in force. */
  record OfRenewal(
      Account.Enrolled account, PendingCredentials renewal, RecognizedPassword password)
      implements Recognized {}
}
