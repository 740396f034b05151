package fr.cofrap.tests.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.cofrap.tests.docker.Docker;
import fr.cofrap.tests.docker.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that whoever has an image can read: the files of each layer, its history, settings.
 */
record ImageContents(String image, Path folder) {
  private static final int CHUNK = 1 << 20;

  /** Unpacks the image's layers into an empty folder. */
  static ImageContents unpacked(String image, Path folder) {
    Docker.run("save", "--output", folder.resolve("image.tar").toString(), image);
    Program.of("tar", "-xf", "image.tar").in(folder).output();
    return new ImageContents(image, folder);
  }

  /** Where one of the texts is: layers, {@code history} or {@code inspect}. */
  List<String> placesOf(List<String> texts) throws IOException {
    List<String> places = new ArrayList<>();
    for (String layer : layers()) {
      if (isIn(filesOf(layer), texts)) {
        places.add(layer);
      }
    }
    if (containsAny(Docker.run("history", "--no-trunc", image), texts)) {
      places.add("history");
    }
    if (containsAny(Docker.run("image", "inspect", image), texts)) {
      places.add("inspect");
    }
    return places;
  }

  private List<String> layers() throws IOException {
    JsonNode manifest =
        new JsonMapper().readTree(Files.readString(folder.resolve("manifest.json")));
    List<String> layers =
        manifest.path(0).path("Layers").valueStream().map(JsonNode::asString).toList();
    if (layers.isEmpty()) {
      throw new AssertionError(image + " has no layers: " + manifest);
    }
    return layers;
  }

  /** The bytes of all its files, one after the other; tar knows how a layer is compressed. */
  private Path filesOf(String layer) {
    Path files = folder.resolve("files");
    int exitCode =
        Program.of("tar", "-xOf", layer).in(folder).inBackground(files).onExit().join().exitValue();
    if (exitCode != 0) {
      throw new AssertionError("%s: layer %s cannot be read".formatted(image, layer));
    }
    return files;
  }

  private static boolean isIn(Path file, List<String> texts) throws IOException {
    int overlap = texts.stream().mapToInt(String::length).max().orElseThrow();
    String end = "";
    try (InputStream bytes = Files.newInputStream(file)) {
      while (true) {
        String chunk = new String(bytes.readNBytes(CHUNK), ISO_8859_1);
        if (chunk.isEmpty()) {
          return false;
        }
        String text = end + chunk;
        if (containsAny(text, texts)) {
          return true;
        }
        end = text.substring(Math.max(0, text.length() - overlap));
      }
    }
  }

  private static boolean containsAny(String text, List<String> texts) {
    return texts.stream().anyMatch(text::contains);
  }
}
