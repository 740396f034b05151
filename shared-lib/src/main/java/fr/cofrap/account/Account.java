package fr.cofrap.account;

import java.util.Optional;

/** What is stored under one username at one moment, read in one statement. */
public sealed interface Account {

  /** No user has the name. */
  record Absent() implements Account {}

  /** A sign-up that has not logged in yet. */
  record SigningUp(UserId id, Username username, PendingCredentials pending) implements Account {}

  /**
   * A user with credentials in force.
   *
   * @param renewal new credentials that replace the active set once they have logged in
   */
  record Enrolled(
      UserId id, Username username, ActiveCredentials active, Optional<PendingCredentials> renewal)
      implements Account {}
}
