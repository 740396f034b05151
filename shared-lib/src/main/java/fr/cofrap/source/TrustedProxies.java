package fr.cofrap.source;

import java.util.Optional;

/**
 * The proxies in front of a function, each of which appends its client's address to {@code
 * X-Forwarded-For}. Anything further left was sent by the client, who can write whatever it likes.
 *
 * @param count 0 if there are none, and a source can therefore not be known
 */
public record TrustedProxies(int count) {

  /**
   * The source of a request, which the first of these proxies has written.
   *
   * @param forwardedFor the header's values, joined by commas
   * @return empty if no proxy is trusted
   */
  public Optional<Source> sourceOf(Optional<String> forwardedFor) {
    return count == 0
        ? Optional.empty()
        : Optional.of(forwardedFor.flatMap(this::entry).map(Source::of).orElse(Source.UNKNOWN));
  }

  /** The entry of the first proxy, counted from the right: further left the client decides. */
  private Optional<String> entry(String forwardedFor) {
    int end = forwardedFor.length();
    for (int i = 1; i < count; i++) {
      end = forwardedFor.lastIndexOf(',', end - 1);
      if (end < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(forwardedFor.substring(forwardedFor.lastIndexOf(',', end - 1) + 1, end));
  }
}
