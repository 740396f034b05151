package fr.cofrap.tests.docker;

import java.nio.file.Path;

/** Certificates that nobody trusts. */
public final class Certificates {
  private Certificates() {}

  /** Replaces the file with another authority's certificate. */
  public static void writeAnotherAuthority(Path file) {
    Program.of(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
        .and("-noenc", "-days", "2", "-subj", "/CN=another CA", "-keyout", "/dev/null")
        .and("-out", file.toString())
        .output();
  }
}
