package fr.cofrap.json;

/**
 * A body that is not one flat JSON object. The message is for the client and does not echo input.
 */
public final class InvalidJson extends Exception {
  InvalidJson(String message) {
    super(message, null, false, false);
  }
}
