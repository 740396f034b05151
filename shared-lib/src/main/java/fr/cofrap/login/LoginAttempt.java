package fr.cofrap.login;

import fr.cofrap.account.Username;
import fr.cofrap.password.Password;
import fr.cofrap.totp.OneTimeCode;

/**
 * What somebody presents to log in.
 *
 * @param renew whether they ask for a ticket to renew their credentials
 */
public record LoginAttempt(Username username, Password password, OneTimeCode code, boolean renew) {}
