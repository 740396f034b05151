package fr.cofrap.audit;

import fr.cofrap.account.Account;
import fr.cofrap.account.UserId;
import fr.cofrap.account.Username;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes decisions to the log, whose lines carry the call id. */
public final class LoggedAuditTrail implements AuditTrail {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.audit");

  static {
    // The trail is kept whatever level the rest of the log has.
    LOG.setLevel(Level.INFO);
  }

  @Override
  public void record(Decision decision, Account subject) {
    Map<String, Object> members = membersOf(decision);
    switch (subject) {
      case Account.Absent() -> {}
      case Account.SigningUp(UserId id, Username name, var pending) -> name(members, id, name);
      case Account.Enrolled(UserId id, Username name, var active, var renewal) ->
          name(members, id, name);
    }
    LOG.log(Level.INFO, "decision", members);
  }

  @Override
  public void record(Decision decision, Username created) {
    Map<String, Object> members = membersOf(decision);
    members.put("username", created.value());
    LOG.log(Level.INFO, "decision", members);
  }

  private static Map<String, Object> membersOf(Decision decision) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("event", decision.event());
    members.put("outcome", decision.outcome());
    members.put("reason", decision.reason());
    return members;
  }

  private static void name(Map<String, Object> members, UserId id, Username username) {
    members.put("userId", id.value());
    members.put("username", username.value());
  }
}
