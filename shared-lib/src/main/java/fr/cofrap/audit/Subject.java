package fr.cofrap.audit;

import fr.cofrap.account.Account;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import java.util.Optional;

/**
 * The user an event is about, if the user exists. A name that does not exist is left out, because
 * people type passwords into the wrong field.
 *
 * @param userId empty if there is no such user, or the ID is not known yet
 */
public record Subject(Optional<UserId> userId, Optional<Username> username) {

  /** The user found under a name, if any. */
  public static Subject of(Account account) {
    return switch (account) {
      case Account.Absent() -> new Subject(Optional.empty(), Optional.empty());
      case Account.SigningUp signUp -> of(signUp.id(), signUp.username());
      case Account.Enrolled user -> of(user.id(), user.username());
    };
  }

  /** A name that exists from now on. */
  public static Subject created(Username username) {
    return new Subject(Optional.empty(), Optional.of(username));
  }

  private static Subject of(UserId id, Username username) {
    return new Subject(Optional.of(id), Optional.of(username));
  }
}
