package fr.cofrap.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import fr.cofrap.tests.chart.KubernetesSchemas;
import fr.cofrap.tests.chart.Manifest;
import fr.cofrap.tests.tools.GoTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples have the form of what is sealed, and contain nothing. */
@Tag("images")
final class ExamplesTest {
  private static final Path EXAMPLES = Repository.root().resolve("sealed-secrets/examples");

  @TempDir private Path folder;

  private Sealing sealing;

  @BeforeEach
  void prepare() throws Exception {
    sealing = Sealing.in(folder);
  }

  @AfterEach
  void close() {
    sealing.close();
  }

  @Test
  void haveTheFormOfWhatIsSealed() throws Exception {
    for (String name : SecretRow.secrets()) {
      String example = Files.readString(EXAMPLES.resolve(name + ".yaml"));
      assertThat(form(example)).as(name).isEqualTo(form(sealed(name)));
      assertThat(Planted.OWN.open(example)).as(name).isEmpty();
      assertThat(Manifest.read(example)).flatMap(KubernetesSchemas::complaints).isEmpty();
    }
  }

  @Test
  void theTemplateYieldsTheSame() throws Exception {
    String made =
        GoTools.program("kubeseal")
            .and("--cert", Planted.OWN.certificate().toString(), "--format", "yaml")
            .and("--secret-file", EXAMPLES.resolve("template.yaml").toString())
            .output();
    StringBuilder all = new StringBuilder();
    for (String name : SecretRow.secrets()) {
      all.append(sealed(name));
    }
    assertThat(form(made)).isEqualTo(form(all.toString()));
  }

  private String sealed(String name) throws Exception {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      Sealing.succeed(sealing.seal("--out", out.toString(), "--from", sealing.path("given")));
    }
    return Files.readString(out.resolve(name + ".yaml"));
  }

  /** The lines of a manifest, without the sealed values. */
  private static List<String> form(String manifest) {
    return manifest
        .lines()
        .map(line -> line.replaceFirst("^(    [A-Z0-9_]+:) .*", "$1"))
        .filter(line -> !line.matches(" *#.*|---|.*creationTimestamp.*|"))
        .toList();
  }
}
