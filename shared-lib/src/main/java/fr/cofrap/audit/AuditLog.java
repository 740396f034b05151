package fr.cofrap.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes each event to the log, as one line that also carries the call ID. */
public final class AuditLog implements AuditListener {
  private static final Logger LOG = Logger.getLogger("fr.cofrap.audit");

  static {
    // Events are logged regardless of the configured log level.
    LOG.setLevel(Level.INFO);
  }

  @Override
  public void on(AuditEvent event) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("event", event.flow());
    members.put("outcome", event.result().outcome());
    members.put("reason", event.result().reason());
    event.subject().userId().ifPresent(id -> members.put("userId", id.value()));
    event.subject().username().ifPresent(name -> members.put("username", name.value()));
    LOG.log(Level.INFO, "decision", members);
  }
}
