package fr.cofrap.tests.images;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No layer and no history of an image contains what the training run used. */
@Tag("images")
class NoSecretInImagesTest {
  private static final String PASSWORD = "Practice-makes-perfect+9";
  private static final List<String> SECRETS = List.of(PASSWORD, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  @TempDir Path folder;

  static List<String> images() {
    return Images.all();
  }

  @ParameterizedTest
  @MethodSource("images")
  void noImageContainsASecret(String image) throws IOException {
    assertThat(placesIn(image)).isEmpty();
  }

  @Test
  void aDeletedFileIsFoundInItsLayer() throws IOException {
    Files.writeString(folder.resolve("planted"), "a secret: " + PASSWORD + "\n");

    List<String> places = placesInImage("COPY planted /planted\nUSER 0\nRUN rm /planted\n");

    assertThat(places).singleElement().asString().isNotIn("history", "inspect");
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
    return ImageContents.unpacked(image, unpacked).placesOf(SECRETS);
  }
}
