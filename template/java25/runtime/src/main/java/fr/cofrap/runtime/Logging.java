package fr.cofrap.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends {@link java.util.logging} to standard output, as JSON lines.
 *
 * <p>The loggers of functions ({@code com.openfaas.function}, {@code fr.cofrap}) have the level
 * that is set, all others (drivers, pools, the JDK) never say less than a warning.
 */
final class Logging {
  private static final Logger ROOT;

  /** Held here because the log manager holds its loggers, and so their levels, only weakly. */
  private static final List<Logger> OURS;

  static {
    System.setProperty("java.util.logging.manager", DrainingLogManager.class.getName());
    ROOT = Logger.getLogger("");
    OURS = List.of(Logger.getLogger("fr.cofrap"), Logger.getLogger("com.openfaas.function"));
  }

  private Logging() {}

  /** To be called before anything else logs: the log manager is chosen by the first who does. */
  static void start() {
    ROOT.addHandler(new LineHandler(new FileOutputStream(FileDescriptor.out)));
    level(Level.INFO);
  }

  static void level(Level level) {
    OURS.forEach(logger -> logger.setLevel(level));
    ROOT.setLevel(level.intValue() > Level.WARNING.intValue() ? level : Level.WARNING);
  }
}
