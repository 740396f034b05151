package fr.cofrap.admin.database;

import fr.cofrap.admin.Failure;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Explains an SQL failure in one line, by its SQLSTATE. */
record SqlErrorMessage(Login login, SQLException failure) {
  /** Finds the database's own message in what a library threw, or uses the library's. */
  static Failure failure(Login login, Exception thrown) {
    String line =
        causes(thrown)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .findFirst()
            .map(e -> new SqlErrorMessage(login, e).toString())
            .orElseGet(() -> login + ": " + firstLine(thrown.getMessage()));
    return new Failure(line, thrown);
  }

  @Override
  public String toString() {
    return login + ": " + reason() + ": " + message();
  }

  private String reason() {
    if (causes(failure).anyMatch(SSLException.class::isInstance)) {
      return "the TLS certificate is not accepted";
    }
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return switch (state) {
      case "28P01", "28000" -> "the server rejects this user or password";
      case "08004" -> "the server rejects this connection";
      case "3D000" -> "the database does not exist";
      case "42501" -> "permission denied";
      case "42P01", "42703" -> "the schema is not up to date, run prepare first";
      case "55P03", "57014" -> "timed out waiting for a lock, try again";
      default ->
          state.startsWith("08")
              ? "the server is unreachable"
              : "the server reports an error (" + state + ")";
    };
  }

  /** Only the message: the detail of a violated constraint would contain the row. */
  private String message() {
    ServerErrorMessage reported =
        failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
    return firstLine(reported == null ? failure.getMessage() : reported.getMessage());
  }

  static String firstLine(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").lines().findFirst().orElse("no reason given");
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
  }
}
