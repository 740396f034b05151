package fr.cofrap.tests.secrets;

import fr.cofrap.tests.docker.Program;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.tools.GoTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A controller's certificate, by which kubeseal seals, and the key that opens it. */
record KeyPair(Path key, Path certificate) {
  static KeyPair make(Path folder, String name) {
    KeyPair pair = new KeyPair(folder.resolve(name + ".key"), folder.resolve(name + ".crt"));
    Program.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1")
        .and("-subj", "/CN=" + name, "-keyout", pair.key.toString())
        .and("-out", pair.certificate.toString())
        .output();
    return pair;
  }

  String certificateText() {
    try {
      return Files.readString(certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The secret in a sealed manifest; empty if this key does not open it. */
  Optional<JsonNode> open(String manifest) {
    try {
      Path file = Files.createTempFile("sealed", ".yaml");
      Files.writeString(file, manifest);
      Ending ending =
          Program.of(
                  "sh", "-c", "exec \"$0\" --recovery-unseal --recovery-private-key \"$1\" <\"$2\"")
              .and(GoTools.path("kubeseal").toString(), key.toString(), file.toString())
              .run();
      Files.delete(file);
      return ending.exitCode() == 0
          ? Optional.of(JsonMapper.shared().readTree(ending.output()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values in it, by the names of their files. */
  static Map<String, String> values(JsonNode secret) {
    Map<String, String> values = new TreeMap<>();
    secret
        .path("data")
        .forEachEntry((file, value) ->
            // An empty value is null.
            values.put(
                file,
                new String(
                    Base64.getDecoder().decode(value.asString("")), StandardCharsets.UTF_8)));
    return values;
  }
}
