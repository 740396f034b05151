package fr.cofrap.jdbc;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import fr.cofrap.Bounded;
import fr.cofrap.jdbc.CertificateAuthority.ServerCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A PostgreSQL server that accepts the functions only over TLS. */
final class TlsServer implements AutoCloseable {
  private final Path certificate;
  private final Path key;
  private final EmbeddedPostgres server;

  TlsServer(Path folder, ServerCertificate first) throws IOException {
    certificate = folder.resolve("server.crt");
    key = folder.resolve("server.key");
    copy(first);
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", certificate.toString())
            .setServerConfig("ssl_key_file", key.toString())
            .start();
    try (Session administrator = session()) {
      administrator.execute("CREATE ROLE cofrap_app LOGIN");
      Files.writeString(
          Path.of(administrator.text("SHOW hba_file").orElseThrow()),
          """
          hostssl all cofrap_app all trust
          host all postgres all trust
          """);
    }
    reload();
  }

  /** Presents this certificate to new connections. */
  void present(ServerCertificate other) throws IOException {
    copy(other);
    reload();
  }

  private void copy(ServerCertificate from) throws IOException {
    Files.copy(from.certificate(), certificate, REPLACE_EXISTING, COPY_ATTRIBUTES);
    Files.copy(from.key(), key, REPLACE_EXISTING, COPY_ATTRIBUTES);
  }

  private void reload() {
    Optional<String> before = loadedAt();
    try (Session administrator = session()) {
      administrator.execute("SELECT pg_reload_conf()");
    }
    Bounded.until("the server has reloaded its files", () -> !loadedAt().equals(before));
  }

  /** In the process that starts the sessions; new sessions inherit it. */
  private Optional<String> loadedAt() {
    try (Session administrator = session()) {
      return administrator.text("SELECT pg_conf_load_time()::text");
    }
  }

  private Session session() {
    return new Session(server.getPostgresDatabase());
  }

  DatabaseSettings settings(String host, String sslMode, Path certificateAuthority) {
    return new DatabaseSettings(
        host,
        server.getPort(),
        "postgres",
        "cofrap_app",
        "",
        sslMode,
        Optional.of(certificateAuthority),
        2);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
