package fr.cofrap.admin;

/** What {@code --help} says. */
final class Help {
  static final String TEXT =
      """
      Usage: database prepare | purge | --help

      prepare  Makes the service's database, its roles, schema and passwords, as an administrator: a
               superuser, or a role with CREATEDB and CREATEROLE. Says what it did; can run again.
        PGHOST, PGPORT       the server (localhost, 5432)
        PGUSER, PGPASSWORD   the administrator (postgres)
        PGDATABASE           a database that is there already (postgres)
        PGSSLMODE            verify-full (unless set), verify-ca, require or disable
        PGSSLROOTCERT        PEM file of who signed the server's certificate
        DB_NAME              the service's database (cofrap)
        APP_PASSWORD_FILE    file with the password that cofrap_app shall have; not set: stays
        PURGE_PASSWORD_FILE  the same for cofrap_purge

      purge    Deletes, as cofrap_purge, pending credentials that nobody can use any more, and counts
               of wrong codes of credentials that have ended. Meant to run daily.
        DB_HOST, DB_PORT     the server (host.k3d.internal, 5432)
        DB_NAME              the service's database (cofrap)
        DB_SSLMODE           verify-full (unless set), verify-ca, require or disable
        DB_SSLROOTCERT       PEM file of who signed the server's certificate (the secret DB_CA_CERT)
        SECRETS_DIR          folder with the files DB_PASSWORD and DB_CA_CERT (/var/openfaas/secrets)

      Ends with 0 when done, with 1 and a line that says why when not, with 2 when misused.
      """;

  private Help() {}
}
