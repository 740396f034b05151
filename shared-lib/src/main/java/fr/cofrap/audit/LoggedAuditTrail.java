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

  @Override
  public void record(Decision decision, Account subject) {
    switch (subject) {
      case Account.Absent() -> write(decision, Map.of());
      case Account.SigningUp(UserId id, Username name, var pending) ->
          write(decision, who(id, name));
      case Account.Enrolled(UserId id, Username name, var active, var renewal) ->
          write(decision, who(id, name));
    }
  }

  @Override
  public void record(Decision decision, Username created) {
    write(decision, Map.of("username", created.value()));
  }

  private static Map<String, Object> who(UserId id, Username username) {
    return Map.of("userId", id.value(), "username", username.value());
  }

  private static void write(Decision decision, Map<String, Object> who) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("event", decision.event());
    members.put("outcome", decision.outcome());
    members.put("reason", decision.reason());
    members.putAll(who);
    LOG.log(Level.INFO, "decision", members);
  }
}
