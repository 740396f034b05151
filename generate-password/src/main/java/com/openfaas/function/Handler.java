package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import fr.cofrap.Wiring;
import fr.cofrap.account.Username;
import fr.cofrap.enrollment.IssuedPassword;
import fr.cofrap.enrollment.Renewal;
import fr.cofrap.enrollment.RenewalOutcome;
import fr.cofrap.enrollment.SignUp;
import fr.cofrap.enrollment.SignUpOutcome;
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
  private final SignUp signUp;
  private final Renewal renewal;
  private final Endpoint endpoint;

  /** The function as its container's environment describes it. */
  public Handler() {
    this(Wiring.fromEnvironment());
    wiring.awaitDatabase();
  }

  Handler(Wiring wiring) {
    this.wiring = wiring;
    signUp = wiring.signUp();
    renewal = wiring.renewal();
    endpoint = new Endpoint(Set.of("username", "renewalTicket"), this::issue);
  }

  @Override
  public IResponse Handle(IRequest request) {
    return endpoint.answer(request);
  }

  private ApiResponse issue(RequestBody body) throws InvalidRequest {
    Username username = body.username();
    Optional<String> ticket = body.renewalTicket();
    return ticket.isPresent() ? renew(username, ticket.get()) : signUp(username);
  }

  private ApiResponse signUp(Username username) {
    return switch (signUp.start(username)) {
      case SignUpOutcome.Issued(IssuedPassword issued) -> created(issued);
      case SignUpOutcome.UsernameTaken() -> ApiResponse.failure(ErrorCode.USERNAME_TAKEN);
      case SignUpOutcome.TooManySignUps(var retryAfter) ->
          ApiResponse.failure(ErrorCode.TOO_MANY_SIGN_UPS).retryAfter(retryAfter);
    };
  }

  private ApiResponse renew(Username username, String ticket) {
    return switch (renewal.start(username, ticket)) {
      case RenewalOutcome.Issued(IssuedPassword issued) -> created(issued);
      case RenewalOutcome.InvalidTicket() -> ApiResponse.failure(ErrorCode.INVALID_TICKET);
    };
  }

  private static ApiResponse created(IssuedPassword issued) {
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
