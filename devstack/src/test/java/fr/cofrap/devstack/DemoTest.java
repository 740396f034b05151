package fr.cofrap.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoTest {
  @ParameterizedTest
  @CsvSource({
    "POTR=8080, 'POTR=8080'",
    "--unknown, --unknown",
    "PORT=none, PORT",
    "BEHIND_TLS=maybe, BEHIND_TLS"
  })
  void rejectsAWrongOptionByTheNameThatWasTyped(String option, String named) {
    StringWriter errors = new StringWriter();
    CommandLine demo = Demo.commandLine().setErr(new PrintWriter(errors));

    int exitCode = demo.execute("REPOSITORY=.", option);

    assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains(named, "Usage:");
  }

  @Test
  void listsItsOptions() {
    StringWriter help = new StringWriter();

    int exitCode = Demo.commandLine().setOut(new PrintWriter(help)).execute("--help");

    assertThat(exitCode).isZero();
    assertThat(help.toString()).contains("REPOSITORY", "PORT", "DATA", "BEHIND_TLS");
  }
}
