package fr.cofrap.races;

import fr.cofrap.Rfc6238;
import fr.cofrap.account.Username;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.password.Password;
import fr.cofrap.totp.OneTimeCode;
import fr.cofrap.totp.TimeStep;
import fr.cofrap.totp.TotpSecret;

/** A user with the password and the authenticator of one credential set. */
record Person(Username name, Password password, TotpSecret secret) {
  Person with(TotpSecret newer) {
    return new Person(name, password, newer);
  }

  /** Presents both factors, with the code of a step. */
  LoginAttempt at(TimeStep step) {
    return presenting(Rfc6238.code(secret, step.number()), false);
  }

  /** Presents both factors and requests a ticket. */
  LoginAttempt askingForTicket(TimeStep step) {
    return presenting(Rfc6238.code(secret, step.number()), true);
  }

  LoginAttempt presenting(String code, boolean renew) {
    return new LoginAttempt(name, password, OneTimeCode.parse(code).orElseThrow(), renew);
  }
}
