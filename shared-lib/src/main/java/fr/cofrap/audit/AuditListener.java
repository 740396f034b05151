package fr.cofrap.audit;

/** Receives every event, in the thread that decided and before the response is sent. */
@FunctionalInterface
public interface AuditListener {
  void on(AuditEvent event);
}
