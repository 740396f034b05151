package fr.cofrap.login;

import fr.cofrap.account.Username;
import fr.cofrap.password.Password;
import fr.cofrap.totp.OneTimeCode;

/**
 * What a user sends to log in.
 *
 * @param renew whether to issue a renewal ticket
 */
public record LoginAttempt(Username username, Password password, OneTimeCode code, boolean renew) {}
