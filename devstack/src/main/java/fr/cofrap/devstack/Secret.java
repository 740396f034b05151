package fr.cofrap.devstack;

/** What the stack keeps to itself, a file for each, named like the file a function reads. */
enum Secret {
  /** The password of {@code cofrap_app}. */
  DB_PASSWORD(false),
  /** Seals TOTP secrets. */
  MFA_KEY_B64(true),
  /** Signs renewal tickets. */
  TICKET_KEY_B64(false),
  /** The password of {@code cofrap_owner}. */
  DB_OWNER_PASSWORD(false),
  /** The password of PostgreSQL's superuser. */
  POSTGRES_PASSWORD(true);

  /** Whether a database made with it is of no use without it. */
  final boolean boundToDatabase;

  Secret(boolean boundToDatabase) {
    this.boundToDatabase = boundToDatabase;
  }
}
