package com.openfaas.function;

import fr.cofrap.Wiring;
import fr.cofrap.account.Username;
import fr.cofrap.config.Settings;
import fr.cofrap.enrollment.CredentialGenerator;
import fr.cofrap.enrollment.IssuedPassword;
import fr.cofrap.enrollment.Renewal;
import fr.cofrap.enrollment.RenewalOutcome;
import fr.cofrap.enrollment.SignUp;
import fr.cofrap.enrollment.SignUpOutcome;
import fr.cofrap.enrollment.SignUpRules;
import fr.cofrap.http.ApiResponse;
import fr.cofrap.http.Endpoint;
import fr.cofrap.http.ErrorCode;
import fr.cofrap.http.InvalidRequest;
import fr.cofrap.http.RequestBody;
import fr.cofrap.qr.QrCode;
import fr.cofrap.source.Source;
import fr.cofrap.source.TrustedProxies;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** {@code generate-password}: a password for a new user, or for a user with a renewal ticket. */
public final class Handler extends Endpoint implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.enrollment");

  private final Wiring wiring;
  private final TrustedProxies proxies;
  private final SignUp signUp;
  private final Renewal renewal;

  /** The function as the environment of its container describes it. */
  public Handler() {
    this(Wiring.fromEnvironment());
    wiring.awaitDatabase();
  }

  Handler(Wiring wiring) {
    this.wiring = wiring;
    Settings settings = wiring.settings();
    var accounts = wiring.accounts();
    var generator =
        new CredentialGenerator(wiring.passwordHasher(), wiring.fingerprinter(), wiring.random());
    signUp = new SignUp(accounts, generator, rules(settings), wiring.clock(), wiring.audit());
    proxies = settings.trustedProxies();
    if (proxies.count() == 0) {
      LOG.warning("TRUSTED_PROXIES is 0: sign-ups are not limited by source");
    }
    renewal =
        new Renewal(
            accounts,
            generator,
            wiring.ticketIssuer(),
            wiring.codeThrottle(),
            wiring.clock(),
            wiring.audit());
  }

  private static SignUpRules rules(Settings settings) {
    return new SignUpRules(
        settings.signUpOpen(), settings.signUpsPerSource(), settings.signUpsPerMinute());
  }

  @Override
  protected Set<String> fields() {
    return Set.of("username", "renewalTicket");
  }

  @Override
  protected ApiResponse respond(RequestBody body) throws InvalidRequest {
    Username username = body.username();
    Optional<String> ticket = body.renewalTicket();
    return ticket.isPresent()
        ? renew(username, ticket.get())
        : signUp(username, proxies.sourceOf(body.forwardedFor()));
  }

  private ApiResponse signUp(Username username, Optional<Source> source) {
    return switch (signUp.start(username, source)) {
      case SignUpOutcome.Issued(IssuedPassword issued) -> created(issued);
      case SignUpOutcome.UsernameTaken() -> ApiResponse.failure(ErrorCode.USERNAME_TAKEN);
      case SignUpOutcome.Closed() -> ApiResponse.failure(ErrorCode.SIGN_UP_CLOSED);
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
