package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

/** {@code sealed-secrets/seal}. */
record Seal(World world) implements Program {
  static final List<String> SECRETS =
      List.of("db-creds", "mfa-key", "fingerprint-key", "ticket-key", "purge-creds");

  @Override
  public Reply run(Invocation seal, Halfway halfway) throws IOException {
    world.require("kubernetes/kinds/sealedsecrets.bitnami.com");
    world.require("kubernetes/kube-system/deployments/sealed-secrets-controller");
    for (String secret : SECRETS) {
      if (secret.equals("ticket-key")) {
        halfway.reached();
      }
      String path = "kubernetes/openfaas-fn/secrets/" + secret;
      if (!world.has(path)) {
        // Each value is different.
        world.put(path, UUID.randomUUID().toString());
      }
    }
    Files.createDirectories(seal.path(seal.value("--keep")));
    return Reply.NOTHING;
  }
}
