package fr.cofrap.runtime;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends {@link java.util.logging} to standard output, as JSON lines.
 *
 * <p>The loggers of functions ({@code com.openfaas.function}, {@code fr.cofrap}) log at the
 * configured level; all others (drivers, pools, the JDK) log only warnings and above.
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

  /** Call this before anything is logged: the first use of a logger chooses the log manager. */
  static void start() {
    ROOT.addHandler(new LineHandler(new FileOutputStream(FileDescriptor.out)));
    level(Level.INFO);
  }

  static void level(Level level) {
    OURS.forEach(logger -> logger.setLevel(level));
    ROOT.setLevel(level.intValue() > Level.WARNING.intValue() ? level : Level.WARNING);
  }
}
