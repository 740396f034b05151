package fr.cofrap.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyFileTest {
  private static final String OLD = Keys.base64(1);
  private static final String NEW = Keys.base64(2);
  private static final String EXPECTED =
      "expected 32 bytes in base64 (44 characters), after a + if it is the next key; found ";

  /** The four states of a file during a rotation. */
  private static final List<String> ROTATION =
      List.of(OLD, OLD + "\n+" + NEW, NEW + "\n" + OLD, NEW);

  @Test
  void readsOneKeyAsARingOfOne() throws InvalidKeyFile {
    KeyRing ring = KeyFile.read(OLD + "\n");
    assertThat(ring.writing().id()).isEqualTo(Keys.key(1).id());
    assertThat(ring.reading()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n+", "\n+ ", "\n\n", " \n\t+\t"})
  void writesWithTheFirstLineAndReadsWithEveryLine(String between) throws InvalidKeyFile {
    KeyRing ring = KeyFile.read(OLD + between + NEW + between + Keys.base64(3));
    assertThat(ring.writing().id()).isEqualTo(Keys.key(1).id());
    assertThat(ring.reading())
        .extracting(SecretKey::id)
        .containsExactly(Keys.key(2).id(), Keys.key(3).id());
  }

  @Test
  void letsReplicasBeforeAndAfterEachChangeReadWhatEitherWrites() throws InvalidKeyFile {
    for (int state = 1; state < ROTATION.size(); state++) {
      KeyRing before = KeyFile.read(ROTATION.get(state - 1));
      KeyRing after = KeyFile.read(ROTATION.get(state));
      assertThat(after.byId(before.writing().id())).isPresent();
      assertThat(before.byId(after.writing().id())).isPresent();
    }
  }

  @Test
  void needsTheStateWithTheNextKey() throws InvalidKeyFile {
    KeyRing before = KeyFile.read(ROTATION.get(0));
    KeyRing skipped = KeyFile.read(ROTATION.get(2));
    assertThat(before.byId(skipped.writing().id())).isEmpty();
  }

  @Test
  void distinguishesAKeyThatStartsWithAPlusFromAMark() throws InvalidKeyFile {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) 0xF8;
    String key = Base64.getEncoder().encodeToString(bytes);
    assertThat(key).startsWith("+").hasSize(44);
    String id = SecretKey.of(bytes).orElseThrow().id();
    assertThat(KeyFile.read(key).writing().id()).isEqualTo(id);
    assertThat(KeyFile.read(key.replace("=", "")).writing().id()).isEqualTo(id);
    assertThat(KeyFile.read(OLD + "\n+" + key).byId(id)).isPresent();
    assertThat(KeyFile.read(OLD + "\n" + key).byId(id)).isPresent();
  }

  @Test
  void rejectsAMarkOnTheKeyThatWrites() {
    assertInvalid(
        "+" + OLD, "line 1: the first key writes, so it cannot be marked with + as the next one");
  }

  @Test
  void rejectsAKeyThatIsRepeated() {
    assertInvalid(OLD + "\n" + NEW + "\n+" + OLD, "line 3: repeats a key of an earlier line");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 31, 33, 64})
  void namesTheLineAndLengthOfAKeyThatIsTooShortOrTooLong(int bytes) {
    String key = Base64.getEncoder().encodeToString(new byte[bytes]);
    assertInvalid(key, "line 1: " + EXPECTED + bytes + " bytes");
    assertInvalid(OLD + "\n\n+" + key, "line 3: " + EXPECTED + bytes + " bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planted secret key!",
        "-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-_-=",
        "++AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
        "# AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
      })
  void rejectsWhatIsNotBase64AndRevealsNoneOfIt(String line) {
    assertInvalid(NEW + "\n" + line, "line 2: " + EXPECTED + "text that is not base64");
  }

  @Test
  void rejectsAKeyBrokenIntoTwoLines() {
    assertInvalid(
        OLD.substring(0, 24) + "\n" + OLD.substring(24), "line 1: " + EXPECTED + "18 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n\t\n"})
  void rejectsAFileWithoutAKey(String content) {
    assertInvalid(content, "line 1: " + EXPECTED + "nothing");
  }

  private static void assertInvalid(String content, String message) {
    assertThatThrownBy(() -> KeyFile.read(content))
        .isInstanceOf(InvalidKeyFile.class)
        .hasMessage(message)
        .hasNoCause();
  }
}
