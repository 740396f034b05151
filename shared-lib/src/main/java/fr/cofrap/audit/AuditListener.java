package fr.cofrap.audit;

/** Receives every event, on the thread that made the decision and before the response is sent. */
@FunctionalInterface
public interface AuditListener {
  void on(AuditEvent event);
}
