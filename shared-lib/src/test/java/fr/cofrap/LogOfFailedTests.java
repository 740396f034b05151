package fr.cofrap;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints what was logged during a failed test, and nothing for other tests. JUnit finds it through
 * {@code META-INF/services}.
 */
public final class LogOfFailedTests implements TestExecutionListener {
  private static final int KEPT_LINES = 200;

  private final Logger root;
  private final PrintStream out;
  private final Deque<String> lines = new ArrayDeque<>();

  public LogOfFailedTests() {
    this(Logger.getLogger(""), System.err);
  }

  LogOfFailedTests(Logger root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
    root.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            keep(line);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    synchronized (lines) {
      lines.clear();
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() != Status.FAILED) {
      return;
    }
    synchronized (lines) {
      if (!lines.isEmpty()) {
        out.println("Log of " + test.getDisplayName() + ":");
        lines.forEach(line -> out.println("  " + line));
        lines.clear();
      }
    }
  }

  private void keep(LogRecord line) {
    StringBuilder text = new StringBuilder();
    text.append(line.getLevel()).append(' ').append(line.getLoggerName());
    text.append(' ').append(line.getMessage());
    if (line.getParameters() != null) {
      text.append(' ').append(Arrays.toString(line.getParameters()));
    }
    for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
      text.append(" <- ").append(cause);
    }
    synchronized (lines) {
      if (lines.size() == KEPT_LINES) {
        lines.removeFirst();
      }
      lines.addLast(text.toString());
    }
  }
}
