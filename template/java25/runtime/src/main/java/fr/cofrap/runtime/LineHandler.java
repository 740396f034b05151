package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes each record immediately and in one piece, so that lines of two requests never interleave.
 */
final class LineHandler extends Handler {
  private final JsonLines lines = new JsonLines();
  private final OutputStream out;

  LineHandler(OutputStream out) {
    this.out = out;
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      try {
        write(lines.format(record).getBytes(UTF_8));
      } catch (IOException | RuntimeException failure) {
        reportError(null, null, ErrorManager.WRITE_FAILURE);
      }
    }
  }

  private synchronized void write(byte[] line) throws IOException {
    out.write(line);
    out.flush();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
