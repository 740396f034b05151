package fr.cofrap.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Classifies failures of statements by their SQLSTATE (PostgreSQL documentation, appendix A). */
final class SqlFailure {
  /** Connection, authorization, rollback, resources, operator intervention, system errors. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "28", "40", "53", "57", "58");

  /**
   * No such database, table or column, no privilege, lock not available, read-only, transaction
   * idle or open for too long: an administrator can fix these.
   */
  private static final Set<String> PASSING_STATES =
      Set.of("3D000", "42P01", "42703", "42501", "55P03", "25006", "25P03", "25P04");

  private SqlFailure() {}

  /** Whether the same statement may succeed later because nothing is wrong with it. */
  static boolean mayPass(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientException
        || state == null
        || PASSING_CLASSES.contains(state.substring(0, Math.min(2, state.length())))
        || PASSING_STATES.contains(state);
  }
}
