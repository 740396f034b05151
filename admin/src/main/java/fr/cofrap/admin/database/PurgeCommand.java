package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cofrap purge}. */
@Command(
    name = "purge",
    description =
        "Deletes, as cofrap_purge, pending credentials that have expired, and counts of wrong codes"
            + " for credentials that no longer exist. Meant to run daily.",
    footer = {
      "",
      "Reads the environment:",
      "",
      "  DB_HOST, DB_PORT     the server (host.k3d.internal, 5432)",
      "  DB_NAME              the service's database (cofrap)",
      "  DB_SSLMODE           verify-full (default), verify-ca, require or disable",
      "  DB_SSLROOTCERT       PEM file of the authority that signed the server's certificate",
      "                       (the secret DB_CA_CERT)",
      "  SECRETS_DIR          folder with the files DB_PASSWORD and DB_CA_CERT",
      "                       (/var/openfaas/secrets)"
    })
public final class PurgeCommand implements Callable<Integer> {
  private final Environment environment;
  private final PrintWriter out;

  /** A command with the settings to read, and where to report. */
  public PurgeCommand(Environment environment, PrintWriter out) {
    this.environment = environment;
    this.out = out;
  }

  @Override
  public Integer call() {
    out.println(Purge.of(environment).run());
    return 0;
  }
}
