package fr.cofrap.keys;

/** A key file that is not a ring. The message reveals no part of a key. */
public final class InvalidKeyFile extends Exception {
  InvalidKeyFile(String message) {
    super(message, null, false, false);
  }
}
