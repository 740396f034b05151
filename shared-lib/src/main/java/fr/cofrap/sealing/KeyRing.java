package fr.cofrap.sealing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one purpose. To rotate while the functions run: let all read with the new key, then
 * write with it, then take the old one away.
 *
 * @param writing the key for everything new
 * @param reading further keys, for what was written before
 */
public record KeyRing(SecretKey writing, List<SecretKey> reading) {
  public KeyRing {
    reading = List.copyOf(reading);
  }

  /** The key of this name, or empty if it is not on the ring. */
  public Optional<SecretKey> byId(String id) {
    return Stream.concat(Stream.of(writing), reading.stream())
        .filter(key -> key.id().equals(id))
        .findFirst();
  }
}
