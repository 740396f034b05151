package fr.cofrap.runtime;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) that is safe to print: always a single line, whatever the values hold.
 *
 * <p>Escapes, beyond what the RFC requires, every character that a terminal or a log collector may
 * take for the end of a line or a command (C0, DEL and C1 controls, U+2028, U+2029) and the
 * invisible ones that reorder text (Unicode's Bidi_Control). A lone surrogate becomes U+FFFD: it
 * has no UTF-8 encoding, and many readers reject its escape (RFC 8259, section 8.2).
 */
public final class JsonText {
  private final StringBuilder out = new StringBuilder(256);

  private JsonText() {}

  /**
   * Writes an object.
   *
   * @param members in the order they are written: booleans, numbers, lists and maps as such, null
   *     as null, and anything else as its {@code toString}
   */
  public static String object(Map<String, ? extends @Nullable Object> members) {
    JsonText text = new JsonText();
    text.writeObject(members);
    return text.out.toString();
  }

  private void writeObject(Map<?, ?> members) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator);
      writeString(String.valueOf(member.getKey()));
      out.append(':');
      writeValue(member.getValue());
      separator = ",";
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private void writeArray(List<?> values) {
    String separator = "[";
    for (Object value : values) {
      out.append(separator);
      writeValue(value);
      separator = ",";
    }
    out.append(values.isEmpty() ? "[]" : "]");
  }

  private void writeValue(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Boolean truth -> out.append(truth.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case Double number when Double.isFinite(number) -> out.append(number.doubleValue());
      case List<?> values -> writeArray(values);
      case Map<?, ?> members -> writeObject(members);
      default -> writeString(String.valueOf(value));
    }
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        out.append(c).append(text.charAt(++i));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isSurrogate(c)) {
        out.append('\ufffd');
      } else if (isUnsafe(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }
}
