package fr.cofrap.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.cofrap.runtime.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlatObjectTest {
  private static final String LOGIN =
      "{\"username\":\"michel.ranu\",\"password\":\"a\\\\\\\"b\","
          + "\"code\":\"123456\",\"renew\":true}";

  @Test
  void readsStringsAndBooleansInOrder() throws InvalidJson {
    assertThat(FlatObject.read(LOGIN))
        .containsExactly(
            entry("username", "michel.ranu"),
            entry("password", "a\\\"b"),
            entry("code", "123456"),
            entry("renew", true));
    assertThat(FlatObject.read(" \t\r\n{ \"a\" : false }\n")).containsExactly(entry("a", false));
    assertThat(FlatObject.read("{}")).isEmpty();
    assertThat(FlatObject.read("{\"\":\"\"}")).containsExactly(entry("", ""));
  }

  @Test
  void readsEscapes() throws InvalidJson {
    assertThat(
            FlatObject.read("{\"a\":\"\\u0041\\n\\t\\/\\\\\\\"\\u0000\\uD83D\\uDE00\"}").get("a"))
        .isEqualTo("A\n\t/\\\"\0\uD83D\uDE00");
    assertThat(FlatObject.read("{\"\\u0061\":\"b\"}")).containsExactly(entry("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "1",
        "\"a\"",
        "[]",
        "[{}]",
        "{",
        "}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":\"b\"",
        "{\"a\":\"b\",}",
        "{,}",
        "{\"a\":\"b",
        "{\"a\" \"b\"}",
        "{a:\"b\"}",
        "{'a':'b'}",
        "{\"a\":\"b\"} x",
        "{\"a\":\"b\"}{}",
        "{\"a\":\"b\"}]",
        "{\"a\":\"b\"},",
        "{\"a\":\"b\"}\0",
        "{\"a\":\"b\" /* c */}",
        "{\"a\":\"b\"}//c",
        "{\"a\":\"b\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"b\nc\"}",
        "{\"a\":\"b\0c\"}",
        "{\"a\":null}",
        "{\"a\":1}",
        "{\"a\":-1.5e300}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":True}",
        "{\"a\":truefalse}",
        "{\"a\":{}}",
        "{\"a\":[]}",
        "{\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}}",
        "{\"a\":\"b\",\"a\":\"b\"}",
        "{\"a\":\"b\",\"c\":\"d\",\"a\":\"e\"}",
        "{\"a\":\"b\",\"\\u0061\":\"c\"}",
        "{\"a\":{\"b\":\"c\",\"b\":\"d\"}}",
        "username=michel.ranu",
        "<xml/>",
      })
  void rejectsAnythingButOneFlatObject(String json) {
    assertThatThrownBy(() -> FlatObject.read(json)).isInstanceOf(InvalidJson.class);
  }

  @Test
  void rejectsDeepNestingAndLongInput() {
    assertRejected("[".repeat(10_000));
    assertRejected("{\"a\":".repeat(10_000));
    assertRejected("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    assertRejected("{\"a\":" + "1".repeat(4000) + "}");
    assertRejected("{\"" + "n".repeat(65) + "\":\"a\"}");
    assertRejected("{\"" + "n".repeat(4000) + "\":\"a\"}");
    assertRejected("{\"a\":\"" + "v".repeat(4097) + "\"}");
  }

  private static void assertRejected(String json) {
    assertThatThrownBy(() -> FlatObject.read(json)).isInstanceOf(InvalidJson.class);
  }

  @Test
  void readsNamesOf64CharactersAndValuesThatFillABody() throws InvalidJson {
    String name = "n".repeat(64);
    String value = "v".repeat(4000);
    assertThat(FlatObject.read("{\"" + name + "\":\"" + value + "\"}"))
        .containsExactly(entry(name, value));
  }

  @Test
  void doesNotEchoInputInMessages() {
    for (String json :
        List.of("{\"a\":secret}", "secret", "{\"a\":\"b\"} secret", "{\"secret\":1}")) {
      assertThatThrownBy(() -> FlatObject.read(json))
          .hasMessageNotContaining("secret")
          .hasNoCause();
    }
  }

  /**
   * An unpaired surrogate is a value like any other; code that treats it as a character rejects it.
   */
  @Test
  void handlesUnpairedSurrogatesWithoutAnException() {
    for (String json :
        List.of("{\"a\":\"\\uD800\"}", "{\"a\":\"\\uDE00\\uD83D\"}", "{\"a\":\"\uD800\"}")) {
      assertReadOrRejected(json);
    }
  }

  @Test
  void rejectsAByteOrderMark() {
    assertRejected("\uFEFF" + LOGIN);
    assertRejected("{\uFEFF}");
  }

  @Test
  void handlesAHundredThousandRandomAndMutatedBodies() {
    Random random = new Random(8259);
    for (int i = 0; i < 100_000; i++) {
      assertReadOrRejected(i % 4 == 0 ? randomBody(random) : mutated(LOGIN, random));
    }
  }

  private static void assertReadOrRejected(String json) {
    try {
      Map<String, Object> members = FlatObject.read(json);
      for (Object value : new ArrayList<>(members.values())) {
        assertThat(value).isInstanceOfAny(String.class, Boolean.class);
      }
    } catch (InvalidJson e) {
      assertThat(e).hasMessageNotContaining("michel");
    }
  }

  private static String mutated(String json, Random random) {
    StringBuilder text = new StringBuilder(json);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, character(random));
        case 1 -> text.insert(at, character(random));
        case 2 -> text.deleteCharAt(at);
        default -> text.insert(at, json, 0, random.nextInt(json.length()));
      }
    }
    return text.toString();
  }

  private static String randomBody(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"" : "");
    for (int length = random.nextInt(60); length > 0; length--) {
      text.append(character(random));
    }
    return text.toString();
  }

  private static char character(Random random) {
    String telling = "{}[]\":,\\u0123456789truefalsn-+.eE \t\r\n/*'\0\uFEFF";
    return random.nextInt(5) == 0
        ? (char) random.nextInt(Character.MAX_VALUE + 1)
        : telling.charAt(random.nextInt(telling.length()));
  }

  @Test
  void readsWhatTheResponseWriterWrites() throws InvalidJson {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 3000; c++) {
      all.append((char) c);
    }
    Map<String, Object> members = Map.of("a", all.toString());
    assertThat(FlatObject.read(JsonText.object(members))).isEqualTo(members);
  }
}
