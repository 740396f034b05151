package fr.cofrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class LogOfFailedTestsTest {
  private static final Logger ROOT = Logger.getLogger("fr.cofrap.log-of-failed-tests");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void keepTheLogFromTheRealListener() {
    ROOT.setUseParentHandlers(false);
  }

  @Test
  void printsWhatAFailedTestLogged() {
    run("logsAndFails");
    assertThat(printed.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            """
            Log of logsAndFails():
              WARNING fr.cofrap.log-of-failed-tests why [member] <- java.lang.Exception: cause
            """);
  }

  @Test
  void doesNotPrintTheLogOfOtherTests() {
    run("logsAndPasses");
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  private void run(String test) {
    LogOfFailedTests listener = new LogOfFailedTests(ROOT, new PrintStream(printed, true, UTF_8));
    LauncherConfig alone =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(alone)
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(Sample.class, test))
                .build(),
            listener);
  }

  /** Its name hides it from test discovery: it runs only from here. */
  static final class Sample {
    @Test
    void logsAndFails() {
      log("why");
      fail("on purpose");
    }

    @Test
    void logsAndPasses() {
      log("irrelevant");
    }

    private static void log(String message) {
      LogRecord line = new LogRecord(Level.WARNING, message);
      line.setLoggerName(ROOT.getName());
      line.setParameters(new Object[] {"member"});
      line.setThrown(new Exception("cause"));
      ROOT.log(line);
    }
  }
}
