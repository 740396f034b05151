package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import fr.cofrap.Wiring;
import fr.cofrap.account.Username;
import fr.cofrap.enrollment.PasswordIssuance;
import fr.cofrap.enrollment.PasswordIssuanceOutcome;
import fr.cofrap.http.ApiResponse;
import fr.cofrap.http.Endpoint;
import fr.cofrap.http.ErrorCode;
import fr.cofrap.http.InvalidRequest;
import fr.cofrap.http.RequestBody;
import fr.cofrap.qr.QrCode;
import java.util.Optional;
import java.util.Set;

/** {@code generate-password}: a password for a new user, or for one with a renewal ticket. */
public final class Handler extends AbstractHandler implements AutoCloseable {
  private final Wiring wiring;
  private final PasswordIssuance issuance;
  private final Endpoint endpoint;

  /** The function as its container's environment describes it. */
  public Handler() {
    this(Wiring.fromEnvironment());
    wiring.awaitDatabase();
  }

  Handler(Wiring wiring) {
    this.wiring = wiring;
    issuance = wiring.passwordIssuance();
    endpoint = new Endpoint(Set.of("username", "renewalTicket"), this::issue);
  }

  @Override
  public IResponse Handle(IRequest request) {
    return endpoint.answer(request);
  }

  private ApiResponse issue(RequestBody body) throws InvalidRequest {
    Username username = body.username();
    Optional<String> ticket = body.renewalTicket();
    PasswordIssuanceOutcome outcome =
        ticket.isPresent() ? issuance.renew(username, ticket.get()) : issuance.signUp(username);
    return switch (outcome) {
      case PasswordIssuanceOutcome.Issued issued -> answer(issued);
      case PasswordIssuanceOutcome.InvalidTicket() -> ApiResponse.failure(ErrorCode.INVALID_TICKET);
      case PasswordIssuanceOutcome.UsernameTaken() -> ApiResponse.failure(ErrorCode.USERNAME_TAKEN);
      case PasswordIssuanceOutcome.TooManySignUps(var retryAfter) ->
          ApiResponse.failure(ErrorCode.TOO_MANY_SIGN_UPS).retryAfter(retryAfter);
    };
  }

  private static ApiResponse answer(PasswordIssuanceOutcome.Issued issued) {
    String password = issued.password().revealToOwner();
    return ApiResponse.success(201)
        .with("username", issued.username().value())
        .with("password", password)
        .with("qrCode", QrCode.dataUri(password))
        .with("pendingUntil", issued.pendingUntil())
        .with("usableUntil", issued.usableUntil());
  }

  @Override
  public void close() {
    wiring.close();
  }
}
