package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.util.List;
import java.util.stream.Collectors;

record FaasCli(World world) implements Program {
  /** The settings that the last {@code faas-cli up} was given. */
  static final String GIVEN = "given-to-faas-cli";

  private static final List<String> SETTINGS = List.of("CREDENTIAL_LIFETIME", "OTP_ISSUER");

  @Override
  public Reply run(Invocation faasCli, Halfway halfway) {
    return switch (faasCli.word(0)) {
      // The password comes by its standard input.
      case "login" -> new Reply("grep -q .");
      case "up" -> up(faasCli, halfway);
      default -> Reply.NOTHING;
    };
  }

  private Reply up(Invocation faasCli, Halfway halfway) {
    world.require("kubernetes/openfaas/deployments/gateway");
    for (String secret : List.of("db-creds", "mfa-key", "fingerprint-key", "ticket-key")) {
      world.require("kubernetes/openfaas-fn/secrets/" + secret);
    }
    world.refuseIf(!faasCli.variable("DOCKER_BUILDKIT").equals("1"), "the images need BuildKit");
    world.put(
        GIVEN,
        SETTINGS.stream()
            .filter(faasCli.environment()::containsKey)
            .map(name -> name + "=" + faasCli.variable(name))
            .collect(Collectors.joining("\n")));
    world.put("kubernetes/openfaas-fn/services/all");
    world.put("kubernetes/openfaas-fn/deployments/generate-password");
    halfway.reached();
    world.put("kubernetes/openfaas-fn/deployments/generate-2fa");
    world.put("kubernetes/openfaas-fn/deployments/authenticate-user");
    return Reply.NOTHING;
  }
}
