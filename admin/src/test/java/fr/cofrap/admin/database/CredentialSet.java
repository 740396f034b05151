package fr.cofrap.admin.database;

import java.util.UUID;

/** A credential set, stored in the rows that a test needs. */
public record CredentialSet(UUID id) {
  /** A sign-up that can be used for this many more seconds. */
  static CredentialSet pending(String username, int seconds) {
    CredentialSet set = ended();
    change(
        """
        INSERT INTO pending_credentials
          (set_id, user_id, username, password, pending_until, usable_until)
        SELECT '%s', 1, '%s', '-', moment, moment
        FROM (SELECT floor(extract(epoch FROM now()))::bigint + %d) AS time (moment)
        """
            .formatted(set.id, username, seconds));
    return set;
  }

  /** That of a user who has logged in. */
  public static CredentialSet active(String username) {
    CredentialSet set = ended();
    change(set.insertion(username));
    return set;
  }

  /** A set that is no longer in any table. */
  static CredentialSet ended() {
    return new CredentialSet(UUID.randomUUID());
  }

  CredentialSet counted() {
    return counted(1);
  }

  CredentialSet counted(int wrongCodes) {
    change("INSERT INTO code_attempts VALUES ('%s', '{1}', %d)".formatted(id, wrongCodes));
    return this;
  }

  /** Activates the set as a first login does, within the session's transaction. */
  void activate(Session session, String username) {
    session.execute("DELETE FROM pending_credentials WHERE set_id = '%s'".formatted(id));
    session.execute(insertion(username));
  }

  private String insertion(String username) {
    return """
    INSERT INTO users
      (id, username, password, mfa, gendate, set_id, last_time_step, last_login_at)
    VALUES (nextval('user_ids'), '%s', '-', '-', 0, '%s', 0, 0)
    """
        .formatted(username, id);
  }

  boolean isPending() {
    return isIn("pending_credentials");
  }

  /** Whether its user can log in. */
  public boolean isActive() {
    return isIn("users");
  }

  boolean hasCount() {
    return isIn("code_attempts");
  }

  private boolean isIn(String table) {
    try (Session session = PurgeDatabase.asSuperuser()) {
      return session
          .text("SELECT count(*) FROM %s WHERE set_id = '%s'".formatted(table, id))
          .equals("1");
    }
  }

  private static void change(String sql) {
    try (Session session = PurgeDatabase.asSuperuser()) {
      session.execute(sql);
    }
  }
}
