package fr.cofrap.config;

import fr.cofrap.keys.InvalidKeyFile;
import fr.cofrap.keys.KeyFile;
import fr.cofrap.keys.KeyRing;
import fr.cofrap.keys.SecretKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The older form of a ring: keys that only read, in a second secret {@code <PURPOSE>_KEYS_READ_B64}
 * and separated by blanks, commas or line breaks.
 *
 * <p>Only until {@code sealed-secrets} writes whole rings into {@code <PURPOSE>_KEY_B64}: then
 * delete this class, its test, and its use in {@link SecretFiles#keyRing}.
 */
final class ReadingKeysFile {
  private ReadingKeysFile() {}

  static KeyRing addTo(KeyRing ring, String content) throws InvalidKeyFile {
    KeyRing more = KeyFile.read(content.strip().replaceAll("[\\s,]+", "\n"));
    List<SecretKey> reading = new ArrayList<>(ring.reading());
    reading.add(more.writing());
    reading.addAll(more.reading());
    return new KeyRing(ring.writing(), reading);
  }
}
