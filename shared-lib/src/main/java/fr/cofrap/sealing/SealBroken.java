package fr.cofrap.sealing;

/** A stored secret that no key opens: changed, moved to another row, or of a key that is gone. */
public final class SealBroken extends RuntimeException {
  SealBroken(String message) {
    super(message);
  }
}
