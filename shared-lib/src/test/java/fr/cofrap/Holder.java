package fr.cofrap;

import fr.cofrap.account.Username;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.password.Password;
import fr.cofrap.ticket.RenewalTicket;
import fr.cofrap.totp.OneTimeCode;
import fr.cofrap.totp.TotpSecret;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Someone who holds a password and an authenticator, whether in force or not. */
public record Holder(World world, String name, Password password, TotpSecret secret) {
  public OneTimeCode code() {
    return code(0);
  }

  /** The code of a step relative to the current one. */
  public OneTimeCode code(int skew) {
    return Rfc6238.parsed(digits(skew));
  }

  /** A code that belongs to none of the three steps accepted now. */
  public OneTimeCode wrongCode() {
    return Rfc6238.parsed(wrongDigits());
  }

  String digits(int skew) {
    return Rfc6238.code(secret, Rfc6238.stepAt(world.now()) + skew);
  }

  String wrongDigits() {
    return IntStream.range(0, 4)
        .mapToObj("%06d"::formatted)
        .filter(digits -> latestStepOf(digits).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The latest of the three steps accepted now to which this code belongs. */
  OptionalLong latestStepOf(String digits) {
    long current = Rfc6238.stepAt(world.now());
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> Rfc6238.code(secret, step).equals(digits))
        .max();
  }

  /** Both factors, with the code of the current step. */
  public LoginAttempt attempt() {
    return new LoginAttempt(new Username(name), password, code(), false);
  }

  public LoginOutcome logIn() {
    return world.logIn(name, password, code());
  }

  public LoginOutcome logInWith(OneTimeCode code) {
    return world.logIn(name, password, code);
  }

  public LoginOutcome.Authenticated mustLogIn() {
    return authenticated(logIn());
  }

  /** Logs in and requests a ticket, which must succeed; the next code is from a later step. */
  public RenewalTicket ticket() {
    RenewalTicket ticket =
        authenticated(world.logInToRenew(name, password, code())).renewalTicket().orElseThrow();
    world.waitForNextCode();
    return ticket;
  }

  private static LoginOutcome.Authenticated authenticated(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.Authenticated authenticated) {
      return authenticated;
    }
    throw new AssertionError("expected a login, found " + outcome);
  }
}
