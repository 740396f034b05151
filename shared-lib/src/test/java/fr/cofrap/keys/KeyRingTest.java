package fr.cofrap.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
  @Test
  void findsTheWritingKeyAndReadingKeysById() {
    KeyRing ring = Keys.ring(1, 2, 3);
    for (int number = 1; number <= 3; number++) {
      SecretKey key = Keys.key(number);
      assertThat(ring.byId(key.id()).map(SecretKey::id)).contains(key.id());
    }
    assertThat(ring.writing().id()).isEqualTo(Keys.key(1).id());
  }

  @Test
  void doesNotFindAKeyThatIsNotOnTheRing() {
    assertThat(Keys.ring(1, 2).byId(Keys.key(3).id())).isEmpty();
    assertThat(Keys.ring(1, 2).byId("")).isEmpty();
  }

  @Test
  void copiesTheListOfKeys() {
    List<SecretKey> reading = new ArrayList<>();
    KeyRing ring = new KeyRing(Keys.key(1), reading);
    reading.add(Keys.key(2));
    assertThat(ring.byId(Keys.key(2).id())).isEmpty();
  }
}
