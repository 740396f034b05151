package fr.cofrap.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one logger logs while a test runs. */
public final class CapturedLog implements AutoCloseable {
  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public CapturedLog(String name) {
    logger = Logger.getLogger(name);
    logger.addHandler(handler);
  }

  /** The lines of one level, each with its members. */
  public List<String> lines(Level level) {
    return records.stream()
        .filter(line -> line.getLevel().equals(level))
        .map(line -> {
          Object[] members = line.getParameters();
          return line.getMessage() + (members == null ? "" : " " + members[0]);
        })
        .toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
