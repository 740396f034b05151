package fr.cofrap.devstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The server's own configuration files, rewritten at each start. */
record PostgresSettings(Path data) {
  private static final String OWN_FILE = "cofrap.conf";

  /** Only this machine, only by password, and the functions only into the service's database. */
  private static final String ACCESS =
      """
      host  cofrap  cofrap_owner,cofrap_app  127.0.0.1/32  scram-sha-256
      host  all     postgres                 127.0.0.1/32  scram-sha-256
      """;

  /** Makes a new data folder read our own settings after its defaults. */
  void adopt() throws IOException {
    Files.writeString(
        data.resolve("postgresql.conf"),
        "\ninclude '" + OWN_FILE + "'\n",
        StandardOpenOption.APPEND);
  }

  void write(int port) throws IOException {
    Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
    Files.writeString(
        data.resolve(OWN_FILE),
        """
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = scram-sha-256
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        log_line_prefix = '%%m [%%p] %%q%%u@%%d '
        log_statement = none
        log_error_verbosity = terse
        log_min_error_statement = panic
        """
            .formatted(port));
  }
}
