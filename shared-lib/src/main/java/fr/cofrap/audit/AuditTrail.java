package fr.cofrap.audit;

import fr.cofrap.account.Account;
import fr.cofrap.account.Username;

/** Where decisions are recorded. */
public interface AuditTrail {

  /**
   * Records a decision.
   *
   * @param subject whom it was about, as the store knows them: a name that does not exist is not
   *     recorded, as people type passwords into the wrong field
   */
  void record(Decision decision, Account subject);

  /** Records a decision about a name that exists from now on. */
  void record(Decision decision, Username created);
}
