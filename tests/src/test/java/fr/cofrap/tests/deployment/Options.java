package fr.cofrap.tests.deployment;

import java.util.stream.Stream;

/** Command lines of {@code ./start_full_demo.sh}. */
final class Options {
  /** All that a deployment to a cluster needs. */
  private static final String[] CLUSTER = {
    "cluster",
    "REGISTRY=r",
    "DB_ADMIN=postgresql://a@10.0.0.5/db",
    "DB_CA=deploy/README.md",
    "OPENFAAS=install",
    "SEALED_SECRETS=install"
  };

  private Options() {}

  static String[] cluster(String... more) {
    return Stream.concat(Stream.of(CLUSTER), Stream.of(more)).toArray(String[]::new);
  }
}
