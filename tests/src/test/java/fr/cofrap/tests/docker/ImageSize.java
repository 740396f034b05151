package fr.cofrap.tests.docker;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** How large an image is, and each of its layers that is not empty, lowest first. */
record ImageSize(String image, long bytes, List<Layer> layers) {
  private static final int WIDTH = 70;

  record Layer(long bytes, String madeBy) {
    static Layer of(String line) {
      int tab = line.lastIndexOf('\t');
      String madeBy = line.substring(0, tab).replace(" # buildkit", "");
      return new Layer(
          Long.parseLong(line.substring(tab + 1)),
          madeBy.substring(0, Math.min(WIDTH, madeBy.length())));
    }
  }

  static ImageSize of(String image) {
    String history =
        Docker.run(
            "history",
            "--human=false",
            "--no-trunc",
            "--format",
            "{{.CreatedBy}}\t{{.Size}}",
            image);
    return new ImageSize(
        image,
        Long.parseLong(Docker.run("image", "inspect", "--format", "{{.Size}}", image)),
        history.lines().map(Layer::of).filter(layer -> layer.bytes() > 0).toList().reversed());
  }

  @Override
  public String toString() {
    return layers.stream()
        .map(layer -> "%n%12.1f MB  %s".formatted(layer.bytes() / 1e6, layer.madeBy()))
        .collect(joining("", "%s: %.1f MB".formatted(image, bytes / 1e6), ""));
  }
}
