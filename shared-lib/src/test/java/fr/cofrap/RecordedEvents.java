package fr.cofrap;

import fr.cofrap.account.Username;
import fr.cofrap.audit.AuditEvent;
import fr.cofrap.audit.AuditListener;
import java.util.ArrayList;
import java.util.List;

/** Records every event as its flow, result and username, or {@code nobody} for unknown users. */
public final class RecordedEvents implements AuditListener {
  private final List<String> entries = new ArrayList<>();

  @Override
  public void on(AuditEvent event) {
    String name = event.subject().username().map(Username::value).orElse("nobody");
    entries.add(event.flow() + " " + event.result() + " " + name);
  }

  public List<String> entries() {
    return List.copyOf(entries);
  }

  public String last() {
    return entries.getLast();
  }

  public void clear() {
    entries.clear();
  }
}
