package fr.cofrap.tests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.tests.Repository;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The security settings for OpenFaaS: its chart's own defaults differ, or may one day. */
final class OpenFaasValuesTest {
  private static final Path VALUES = Repository.root().resolve("deploy/values");

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /basic_auth               | true        | nobody deploys functions without the password
          /generateBasicAuth        | true        | the chart makes that password
          /functions/setNonRootUser | true        | functions do not run as root
          /async                    | false       | no queue logs messages with passwords
          /openfaasPro              | false       | no licence is needed
          /functionNamespace        | openfaas-fn | functions are where their secrets and policies are
          """)
  void isGuarded(String setting, String expected, String reason) {
    assertThat(read("openfaas.yaml").at(setting).asString()).as(reason).isEqualTo(expected);
    // Helm gives precedence to the later file.
    assertThat(read("openfaas-k3d.yaml").at(setting).asString(expected))
        .as(reason)
        .isEqualTo(expected);
  }

  private static JsonNode read(String file) {
    return YAMLMapper.shared().readTree(VALUES.resolve(file).toFile());
  }
}
