package fr.cofrap.tests.api;

/** A response as it was read. */
public record RawResponse(String text) {
  public int status() {
    String[] words = text.split(" ", 3);
    if (words.length < 3) {
      throw new AssertionError("No response: '" + text + "'");
    }
    return Integer.parseInt(words[1]);
  }
}
