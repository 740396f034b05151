package fr.cofrap.admin.database;

import fr.cofrap.admin.Environment;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code cofrap database}: what a PostgreSQL administrator does for the service. */
@Command(
    name = "database",
    description = "Prepares the service's database, or shows what that would change.",
    synopsisSubcommandLabel = "plan|prepare",
    footer = {
      "",
      "Both run as an administrator: a superuser, or a role with CREATEDB and CREATEROLE. Both read",
      "the environment:",
      "",
      "  PGHOST, PGPORT       the server (localhost, 5432)",
      "  PGUSER, PGPASSWORD   the administrator (postgres); without PGPASSWORD, ~/.pgpass or PGPASSFILE",
      "  PGDATABASE           an existing database (postgres)",
      "  PGSSLMODE            verify-full (default), verify-ca, require or disable",
      "  PGSSLROOTCERT        PEM file of the authority that signed the server's certificate",
      "  DB_HOST              the server's name as functions know it; its certificate is verified for it",
      "  DB_NAME              the service's database (cofrap)",
      "  APP_PASSWORD_FILE    file with the password to set for cofrap_app; unset: unchanged",
      "  PURGE_PASSWORD_FILE  the same for cofrap_purge"
    })
public final class DatabaseCommand {
  private final Environment environment;
  private final PrintWriter out;

  /** A command with the settings to read, and where to report. */
  public DatabaseCommand(Environment environment, PrintWriter out) {
    this.environment = environment;
    this.out = out;
  }

  @Command(name = "plan", description = "Shows what prepare would do. Changes nothing.")
  int plan() {
    Preparation.of(environment).plan(out);
    return 0;
  }

  @Command(
      name = "prepare",
      description = "Creates the database, its roles, schema and passwords. Safe to repeat.")
  int prepare() {
    Preparation.of(environment).run(new Report(out));
    return 0;
  }
}
