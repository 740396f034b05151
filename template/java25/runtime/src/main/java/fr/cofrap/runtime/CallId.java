package fr.cofrap.runtime;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ID that ties the log lines of one request together, from the gateway's {@code X-Call-Id}. */
public final class CallId {
  static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private CallId() {}

  /** The ID of the request that this thread is handling, or null outside a request. */
  public static @Nullable String current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /**
   * The ID for a request with this header. Any client can set the header, so a value that could
   * forge or flood a log is replaced by a fresh random ID.
   */
  static String accept(@Nullable String header) {
    return header != null && SHAPE.matcher(header).matches()
        ? header
        : UUID.randomUUID().toString();
  }
}
