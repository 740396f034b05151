package fr.cofrap.runtime;

import java.util.logging.LogManager;

/**
 * A log manager that keeps logging while the process shuts down.
 *
 * <p>The JDK's own removes every handler in a shutdown hook, concurrently with the drain, whose log
 * lines would be lost. This one keeps the handlers, and reads no {@code logging.properties}: {@link
 * Logging} configures everything. Public only because {@link LogManager} instantiates it by name.
 */
public final class DrainingLogManager extends LogManager {
  /** Called by {@link LogManager}, once. */
  public DrainingLogManager() {}

  /** Does nothing: there is nothing to read. */
  @Override
  public void readConfiguration() {}

  /** Does nothing: the handlers stay until the process exits. */
  @Override
  public void reset() {}
}
