package fr.cofrap.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
  @Test
  void roundTripsEveryCharacterOnASingleLine() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String json = JsonText.object(Map.of("name" + c, "<" + c + ">"));
      char read = Character.isSurrogate(c) ? '\ufffd' : c;
      assertThat(new String(json.getBytes(UTF_8), UTF_8)).isEqualTo(json);
      assertThat(Json.object(json)).isEqualTo(Map.of("name" + read, "<" + read + ">"));
      assertThat(json.codePoints())
          .noneMatch(Character::isISOControl)
          .noneMatch(point -> point == 0x2028 || point == 0x2029);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[31m", "\u007f", "\u0085", "\u2029", "\u202e", "\u2066"})
  void escapesTerminalControlCharacters(String unsafe) {
    assertThat(JsonText.object(Map.of("value", unsafe))).containsPattern("\\\\u[0-9a-f]{4}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83e", "\ud83e?", "\udd8a", "\udd8a\ud83e"})
  void replacesLoneSurrogates(String broken) {
    assertThat(JsonText.object(Map.of("value", broken)))
        .contains("\ufffd")
        .doesNotContain("\\u")
        .matches(json -> UTF_8.newEncoder().canEncode(json));
  }

  @Test
  void leavesTextReadable() {
    assertThat(JsonText.object(Map.of("value", "é 🦊 /"))).isEqualTo("{\"value\":\"é 🦊 /\"}");
  }

  @Test
  void writesEachKindOfValue() {
    Map<String, Object> members = new HashMap<>();
    members.put("null", null);
    members.put("truth", true);
    members.put("int", -1);
    members.put("long", Long.MAX_VALUE);
    members.put("double", 0.5);
    members.put("list", Arrays.asList("a", null, List.of()));
    members.put("map", Map.of("inner", Map.of()));
    assertThat(Json.object(JsonText.object(members)))
        .containsEntry("null", null)
        .containsEntry("truth", true)
        .containsEntry("int", -1L)
        .containsEntry("long", Long.MAX_VALUE)
        .containsEntry("double", 0.5)
        .containsEntry("list", Arrays.asList("a", null, List.of()))
        .containsEntry("map", Map.of("inner", Map.of()));
  }

  @Test
  void writesNotANumberAsText() {
    assertThat(JsonText.object(Map.of("value", Double.NaN))).isEqualTo("{\"value\":\"NaN\"}");
  }
}
