package com.openfaas.function;

import fr.cofrap.Wiring;
import fr.cofrap.enrollment.AuthenticatorBinding;
import fr.cofrap.enrollment.BindingOutcome;
import fr.cofrap.http.ApiResponse;
import fr.cofrap.http.Endpoint;
import fr.cofrap.http.ErrorCode;
import fr.cofrap.http.InvalidRequest;
import fr.cofrap.http.RequestBody;
import fr.cofrap.qr.QrCode;
import java.util.Set;

/** {@code generate-2fa}: binds an authenticator to credentials that have not logged in yet. */
public final class Handler extends Endpoint implements AutoCloseable {
  private final Wiring wiring;
  private final AuthenticatorBinding binding;

  /** The function as the environment of its container describes it. */
  public Handler() {
    this(Wiring.fromEnvironment());
    wiring.awaitDatabase();
  }

  Handler(Wiring wiring) {
    this.wiring = wiring;
    binding =
        new AuthenticatorBinding(
            wiring.accounts(),
            wiring.passwordVerifier(),
            wiring.secretVault(),
            wiring.settings().otpIssuer(),
            wiring.random(),
            wiring.clock(),
            wiring.audit());
  }

  @Override
  protected Set<String> fields() {
    return Set.of("username", "password");
  }

  @Override
  protected ApiResponse respond(RequestBody body) throws InvalidRequest {
    return switch (binding.bind(body.username(), body.password())) {
      case BindingOutcome.Bound bound ->
          ApiResponse.success(201)
              .with("username", bound.username().value())
              .with("secret", bound.secret().revealAsBase32())
              .with("otpauthUri", bound.otpauthUri())
              .with("qrCode", QrCode.dataUri(bound.otpauthUri()));
      case BindingOutcome.Rejected() -> ApiResponse.failure(ErrorCode.INVALID_CREDENTIALS);
    };
  }

  @Override
  public void close() {
    wiring.close();
  }
}
