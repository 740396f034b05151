package fr.cofrap.keys;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key file is a ring of keys: one key per line, 32 bytes in base64 (RFC 4648, section 4).
 *
 * <ul>
 *   <li>The first line writes. Every line reads.
 *   <li>A line that starts with {@code +} holds the next key: it reads, and does not write yet.
 *   <li>Blank lines, and blanks around a key, are ignored.
 * </ul>
 *
 * <p>A rotation takes three changes of the file, each completed on every replica before the next:
 *
 * <pre>
 *   old  →  old   →  new  →  new
 *           +new     old
 * </pre>
 *
 * <p>The second state is needed because replicas with the previous and the changed file run side by
 * side during a rollout: a key must be readable everywhere before anything is written with it. The
 * mark itself changes nothing here. It distinguishes the second state from the third, so that
 * anyone who continues an interrupted rotation knows which of two keys is newer; a marked key in
 * the first line is rejected, since it would write. Reversing the order undoes a rotation.
 *
 * <p>{@code +} is also a base64 character. Without its padding a key has 43 characters, so a {@code
 * +} in front of 43 more is a mark.
 */
public final class KeyFile {
  private static final Pattern KEY = Pattern.compile("(\\+?)\\s*([A-Za-z0-9+/]{43})=?");

  private KeyFile() {}

  /**
   * Reads a ring.
   *
   * @throws InvalidKeyFile naming the line and what is allowed; it reveals no part of a key
   */
  public static KeyRing read(String content) throws InvalidKeyFile {
    List<SecretKey> keys = new ArrayList<>();
    List<String> lines = content.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        keys.add(key(lines.get(i), i + 1, keys));
      }
    }
    if (keys.isEmpty()) {
      throw invalid(1, "nothing");
    }
    return new KeyRing(keys.getFirst(), keys.subList(1, keys.size()));
  }

  private static SecretKey key(String line, int number, List<SecretKey> before)
      throws InvalidKeyFile {
    Matcher parts = KEY.matcher(line);
    if (!parts.matches()) {
      throw invalid(number, found(line));
    }
    if (before.isEmpty() && !parts.group(1).isEmpty()) {
      throw new InvalidKeyFile(
          "line %d: the first key writes, so it cannot be marked with + as the next one"
              .formatted(number));
    }
    SecretKey key = decoded(parts.group(2));
    if (before.stream().anyMatch(other -> other.id().equals(key.id()))) {
      throw new InvalidKeyFile("line %d: repeats a key of an earlier line".formatted(number));
    }
    return key;
  }

  private static SecretKey decoded(String base64) {
    Optional<SecretKey> key = SecretKey.of(Base64.getDecoder().decode(base64));
    return key.orElseThrow(() -> new IllegalStateException("43 characters are 32 bytes"));
  }

  private static InvalidKeyFile invalid(int number, String found) {
    return new InvalidKeyFile(
        "line %d: expected 32 bytes in base64 (44 characters), after a + if it is the next key; found %s"
            .formatted(number, found));
  }

  private static String found(String line) {
    return length(line)
        .or(() -> length(line.replaceFirst("^\\+\\s*", "")))
        .map(bytes -> bytes + " bytes")
        .orElse("text that is not base64");
  }

  private static Optional<Integer> length(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64).length);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
