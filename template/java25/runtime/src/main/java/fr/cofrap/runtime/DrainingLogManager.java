package fr.cofrap.runtime;

import java.util.logging.LogManager;

/**
 * A log manager that goes on logging while the process shuts down.
 *
 * <p>The JDK's own removes every handler in a shutdown hook, at the same time as the drain runs,
 * whose lines would be lost. This one keeps them, and reads no {@code logging.properties}: {@link
 * Logging} configures everything. Public only because {@link LogManager} instantiates it by name.
 */
public final class DrainingLogManager extends LogManager {
  /** Called by {@link LogManager}, once. */
  public DrainingLogManager() {}

  /** Does nothing: nothing is to be read. */
  @Override
  public void readConfiguration() {}

  /** Does nothing: the handlers stay until the process has ended. */
  @Override
  public void reset() {}
}
