package com.openfaas.function;

import fr.cofrap.Wiring;
import fr.cofrap.http.ApiResponse;
import fr.cofrap.http.Endpoint;
import fr.cofrap.http.ErrorCode;
import fr.cofrap.http.InvalidRequest;
import fr.cofrap.http.RequestBody;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginCompletion;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginVerifier;
import fr.cofrap.ticket.RenewalTicket;
import java.util.Set;

/** {@code authenticate-user}: verifies a password and a one-time code. */
public final class Handler extends Endpoint implements AutoCloseable {
  private final Wiring wiring;
  private final LoginVerifier login;

  /** The function as the environment of its container describes it. */
  public Handler() {
    this(Wiring.fromEnvironment());
    wiring.awaitDatabase();
  }

  Handler(Wiring wiring) {
    this.wiring = wiring;
    var lifetime = wiring.settings().credentialLifetime();
    login =
        new LoginVerifier(
            wiring.passwordVerifier(),
            wiring.codeThrottle(),
            wiring.secretVault(),
            new LoginCompletion(wiring.accounts(), wiring.ticketIssuer(), lifetime),
            wiring.clock(),
            wiring.audit());
  }

  @Override
  protected Set<String> fields() {
    return Set.of("username", "password", "code", "renew");
  }

  @Override
  protected ApiResponse respond(RequestBody body) throws InvalidRequest {
    LoginAttempt attempt =
        new LoginAttempt(body.username(), body.password(), body.code(), body.renew());
    return switch (login.verify(attempt)) {
      case LoginOutcome.Authenticated authenticated -> authenticated(authenticated);
      case LoginOutcome.Expired(RenewalTicket ticket) ->
          withTicket(ApiResponse.failure(ErrorCode.CREDENTIALS_EXPIRED), ticket);
      case LoginOutcome.Rejected() -> ApiResponse.failure(ErrorCode.INVALID_CREDENTIALS);
      case LoginOutcome.Throttled(var retryAfter) ->
          ApiResponse.failure(ErrorCode.TOO_MANY_ATTEMPTS).retryAfter(retryAfter);
    };
  }

  private static ApiResponse authenticated(LoginOutcome.Authenticated outcome) {
    ApiResponse response =
        ApiResponse.success(200)
            .with("username", outcome.username().value())
            .with("credentialsExpireAt", outcome.credentialsExpireAt())
            .with("previousLoginAt", outcome.previousLoginAt());
    return outcome.renewalTicket().map(ticket -> withTicket(response, ticket)).orElse(response);
  }

  private static ApiResponse withTicket(ApiResponse response, RenewalTicket ticket) {
    return response
        .with("renewalTicket", ticket.text())
        .with("renewalTicketExpiresAt", ticket.expiresAt());
  }

  @Override
  public void close() {
    wiring.close();
  }
}
