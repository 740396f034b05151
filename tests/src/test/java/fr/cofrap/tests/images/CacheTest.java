package fr.cofrap.tests.images;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.docker.Container;
import fr.cofrap.tests.docker.FunctionLaunch;
import fr.cofrap.tests.installation.Containers;
import fr.cofrap.tests.installation.SharedInstallation;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A function's classes come from the ahead-of-time cache of its image. A JVM that cannot use the
 * cache goes on without it, and says nothing.
 */
@Tag("postgres")
@Tag("images")
@ExtendWith(SharedInstallation.class)
class CacheTest {
  private static final Pattern CACHED =
      Pattern.compile(
          " (fr\\.cofrap|com\\.openfaas|com\\.zaxxer|org\\.postgresql)\\.\\S+ source: shared objects file");
  private static final Pattern FROM_A_JAR = Pattern.compile(" \\S+ source: (file|jar):");

  private final Containers containers;

  CacheTest(Containers containers) {
    this.containers = containers;
  }

  @ParameterizedTest
  @EnumSource
  void classesComeFromTheCache(Operation operation) {
    FunctionLaunch launch =
        containers.launchOf(operation).with("--env=JDK_JAVA_OPTIONS=-Xlog:class+load");
    try (Container container = containers.start(launch, "cache-" + operation)) {
      launch.awaitReady(container);
      String log = container.log();

      assertThat(CACHED.matcher(log).results()).hasSizeGreaterThanOrEqualTo(100);
      assertThat(FROM_A_JAR.matcher(log).results()).hasSizeLessThanOrEqualTo(20);
    }
  }
}
