package fr.cofrap.runtime;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties the log lines of one call together, from the gateway's {@code X-Call-Id}. */
public final class CallId {
  static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private CallId() {}

  /** The id of the call that this thread serves, or null outside of one. */
  public static @Nullable String current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /**
   * The id for a call that came with this header. Any caller can set the header, so one that could
   * forge or flood a log is replaced by a fresh random id.
   */
  static String accept(@Nullable String header) {
    return header != null && SHAPE.matcher(header).matches()
        ? header
        : UUID.randomUUID().toString();
  }
}
