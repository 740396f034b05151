package fr.cofrap.sealing;

/**
 * A stored secret that its own key does not open: changed, corrupted, or moved to another row.
 *
 * <p>The message names the row, but reveals nothing that is stored in it.
 */
public final class SealBroken extends RuntimeException {
  SealBroken(String message) {
    super(message);
  }
}
