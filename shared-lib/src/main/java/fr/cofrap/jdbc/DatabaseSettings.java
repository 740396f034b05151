package fr.cofrap.jdbc;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is, and how to connect to it.
 *
 * @param sslMode as PostgreSQL names them: {@code verify-full}, {@code verify-ca}, {@code require}
 *     or {@code disable}
 * @param certificateAuthority PEM file of the authority that signed the server's certificate
 * @param poolSize maximum number of connections
 */
public record DatabaseSettings(
    String host,
    int port,
    String name,
    String user,
    String password,
    String sslMode,
    Optional<Path> certificateAuthority,
    int poolSize) {
  @Override
  public String toString() {
    return "DatabaseSettings[%s@%s:%d/%s, sslmode=%s]".formatted(user, host, port, name, sslMode);
  }
}
