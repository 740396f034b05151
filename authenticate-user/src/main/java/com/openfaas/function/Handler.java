package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import fr.cofrap.Wiring;
import fr.cofrap.http.ApiResponse;
import fr.cofrap.http.Endpoint;
import fr.cofrap.http.ErrorCode;
import fr.cofrap.http.InvalidRequest;
import fr.cofrap.http.RequestBody;
import fr.cofrap.login.LoginAttempt;
import fr.cofrap.login.LoginOutcome;
import fr.cofrap.login.LoginVerifier;
import fr.cofrap.ticket.RenewalTicket;
import java.util.Set;

/** {@code authenticate-user}: judges password and code, and tells when credentials are over. */
public final class Handler extends AbstractHandler implements AutoCloseable {
  private final Wiring wiring;
  private final LoginVerifier verifier;
  private final Endpoint endpoint;

  /** The function as its container's environment describes it. */
  public Handler() {
    this(Wiring.fromEnvironment());
    wiring.awaitDatabase();
  }

  Handler(Wiring wiring) {
    this.wiring = wiring;
    verifier = wiring.loginVerifier();
    endpoint = new Endpoint(Set.of("username", "password", "code", "renew"), this::logIn);
  }

  @Override
  public IResponse Handle(IRequest request) {
    return endpoint.answer(request);
  }

  private ApiResponse logIn(RequestBody body) throws InvalidRequest {
    LoginAttempt attempt =
        new LoginAttempt(body.username(), body.password(), body.code(), body.renew());
    return switch (verifier.verify(attempt)) {
      case LoginOutcome.Authenticated authenticated -> answer(authenticated);
      case LoginOutcome.Expired(RenewalTicket ticket) ->
          withTicket(ApiResponse.failure(ErrorCode.CREDENTIALS_EXPIRED), ticket);
      case LoginOutcome.Rejected() -> ApiResponse.failure(ErrorCode.INVALID_CREDENTIALS);
      case LoginOutcome.Throttled(var retryAfter) ->
          ApiResponse.failure(ErrorCode.TOO_MANY_ATTEMPTS).retryAfter(retryAfter);
    };
  }

  private static ApiResponse answer(LoginOutcome.Authenticated authenticated) {
    ApiResponse answer =
        ApiResponse.success(200)
            .with("username", authenticated.username().value())
            .with("credentialsExpireAt", authenticated.credentialsExpireAt())
            .with("previousLoginAt", authenticated.previousLoginAt());
    return authenticated.renewalTicket().map(ticket -> withTicket(answer, ticket)).orElse(answer);
  }

  private static ApiResponse withTicket(ApiResponse answer, RenewalTicket ticket) {
    return answer
        .with("renewalTicket", ticket.text())
        .with("renewalTicketExpiresAt", ticket.expiresAt());
  }

  @Override
  public void close() {
    wiring.close();
  }
}
