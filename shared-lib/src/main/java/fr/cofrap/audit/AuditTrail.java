package fr.cofrap.audit;

import java.util.List;

/** The stream of events: each reaches every listener, in the order given here. */
public final class AuditTrail {
  private final List<AuditListener> listeners;

  public AuditTrail(List<AuditListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  public void record(AuditEvent event) {
    listeners.forEach(listener -> listener.on(event));
  }
}
