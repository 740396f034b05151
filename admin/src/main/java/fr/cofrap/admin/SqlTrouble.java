package fr.cofrap.admin;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one line why the database did not do what it was asked, by the SQLSTATE. */
record SqlTrouble(Login login, SQLException failure) {
  /** Finds the database's own word in what a library threw; the library's, where it has none. */
  static Failure failure(Login login, Exception thrown) {
    String line =
        causes(thrown)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .findFirst()
            .map(e -> new SqlTrouble(login, e).toString())
            .orElseGet(() -> login + ": " + firstLine(thrown.getMessage()));
    return new Failure(line, thrown);
  }

  @Override
  public String toString() {
    return login + ": " + reason() + ": " + words();
  }

  private String reason() {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    if (causes(failure).anyMatch(SSLException.class::isInstance)) {
      return "the TLS certificate is not accepted";
    }
    return switch (state) {
      case "28P01", "28000" -> "the server refuses this user or password";
      case "08004" -> "the server does not take this connection";
      case "3D000" -> "there is no such database";
      case "42501" -> "this user may not do that";
      case "42P01", "42703" -> "the schema is not this version's, run prepare first";
      case "55P03", "57014" -> "somebody else held a lock for too long, try again";
      default ->
          state.startsWith("08")
              ? "the server cannot be reached"
              : "the server refuses (" + state + ")";
    };
  }

  /** The message alone: the detail of a violated constraint would show the row. */
  private String words() {
    ServerErrorMessage answer =
        failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
    return firstLine(answer == null ? failure.getMessage() : answer.getMessage());
  }

  private static String firstLine(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").lines().findFirst().orElse("no reason is given");
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
  }
}
