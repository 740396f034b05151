package fr.cofrap.tests.images;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Foundation;
import fr.cofrap.tests.docker.Images;
import fr.cofrap.tests.installation.Containers;
import fr.cofrap.tests.installation.SharedInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No layer and no history of an image contains what the training or this run uses. */
@Tag("postgres")
@Tag("images")
@ExtendWith(SharedInstallation.class)
class NoSecretInImagesTest {
  private static final String PASSWORD = "Practice-makes-perfect+9";
  private static final String AUTHENTICATOR = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** Of 32 zero bytes. */
  private static final String KEY = "A".repeat(43) + "=";

  @TempDir Path folder;

  private final Set<String> secrets = new TreeSet<>(Set.of(PASSWORD, AUTHENTICATOR, KEY));

  NoSecretInImagesTest(Containers containers) throws IOException {
    Foundation foundation = containers.foundation();
    secrets.add(foundation.postgres().administratorPassword());
    try (Stream<Path> files = Files.walk(foundation.secrets().folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        secrets.add(Files.readString(file).strip());
      }
    }
  }

  static List<String> images() {
    return Images.all();
  }

  @ParameterizedTest
  @MethodSource("images")
  void noImageContainsASecret(String image) throws IOException {
    assertThat(placesIn(image)).isEmpty();
  }

  /** Each is deleted by a later layer. */
  @Test
  void everySecretIsFoundInItsLayer() throws IOException {
    assertThat(secrets).hasSizeGreaterThan(8);
    StringBuilder instructions = new StringBuilder("USER 0\n");
    for (String secret : secrets) {
      String file = "planted-" + instructions.length();
      Files.writeString(folder.resolve(file), "a secret: " + secret + "\n");
      instructions.append("COPY %s /planted\n".formatted(file));
    }

    List<String> places = placesInImage(instructions + "RUN rm /planted\n");

    assertThat(places).hasSameSizeAs(secrets).doesNotContain("history", "inspect");
  }

  @Test
  void anArgumentIsFoundInTheHistory() throws IOException {
    assertThat(placesInImage("RUN : " + PASSWORD + "\n")).containsExactly("history");
  }

  @Test
  void aVariableIsFoundInTheSettings() throws IOException {
    assertThat(placesInImage("ENV PLANTED=" + PASSWORD + "\n")).contains("inspect");
  }

  private List<String> placesInImage(String instructions) throws IOException {
    String image = "cofrap-test/planted";
    Files.writeString(folder.resolve("Dockerfile"), "FROM " + Images.admin() + "\n" + instructions);
    Docker.run("build", "--tag", image, folder.toString());
    try {
      return placesIn(image);
    } finally {
      Docker.run("rmi", image);
    }
  }

  private List<String> placesIn(String image) throws IOException {
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    return ImageContents.unpacked(image, unpacked).placesOf(List.copyOf(secrets));
  }
}
