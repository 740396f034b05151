package fr.cofrap.keys;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one purpose. {@link KeyFile} describes how they are stored and how they rotate.
 *
 * @param writing writes everything new, and reads it
 * @param reading only read what was written earlier, or what other replicas already write
 */
public record KeyRing(SecretKey writing, List<SecretKey> reading) {
  public KeyRing {
    reading = List.copyOf(reading);
  }

  /** The key with this ID, or empty if it is not on the ring. */
  public Optional<SecretKey> byId(String id) {
    return Stream.concat(Stream.of(writing), reading.stream())
        .filter(key -> key.id().equals(id))
        .findFirst();
  }
}
