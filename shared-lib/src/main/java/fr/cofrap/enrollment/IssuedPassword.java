package fr.cofrap.enrollment;

import fr.cofrap.account.NewCredentials;
import fr.cofrap.account.Username;
import fr.cofrap.password.Password;
import java.time.Instant;

/**
 * A generated password and its deadlines. This is the only time the password is shown.
 *
 * @param pendingUntil when the reservation of a sign-up's name ends
 * @param usableUntil when the credentials can no longer be bound or activated
 */
public record IssuedPassword(
    Username username, Password password, Instant pendingUntil, Instant usableUntil) {

  IssuedPassword(Username username, Password password, NewCredentials credentials) {
    this(username, password, credentials.pendingUntil(), credentials.usableUntil());
  }
}
