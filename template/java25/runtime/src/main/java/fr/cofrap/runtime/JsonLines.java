package fr.cofrap.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Turns a log record into one line with one JSON object.
 *
 * <p>The members are {@code time}, {@code level}, {@code logger}, {@code message}, {@code callId}
 * during a request, then the entries of the record's first parameter if it is a map, and {@code
 * stackTrace}. A map cannot replace a member that is already there.
 */
final class JsonLines extends Formatter {
  private static final int STACK_TRACE_LINES = 100;

  @Override
  public String format(LogRecord record) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("time", record.getInstant());
    members.put("level", record.getLevel().getName());
    members.put("logger", String.valueOf(record.getLoggerName()));
    Object[] parameters = record.getParameters();
    Map<?, ?> details =
        parameters != null && parameters.length > 0 && parameters[0] instanceof Map<?, ?> map
            ? map
            : Map.of();
    members.put(
        "message", details.isEmpty() ? String.valueOf(formatMessage(record)) : record.getMessage());
    String callId = CallId.current();
    if (callId != null) {
      members.put("callId", callId);
    }
    details.forEach((name, value) -> members.putIfAbsent(String.valueOf(name), value));
    if (record.getThrown() != null) {
      members.putIfAbsent("stackTrace", stackTrace(record.getThrown()));
    }
    return JsonText.object(members) + "\n";
  }

  private static List<String> stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().lines().map(String::strip).limit(STACK_TRACE_LINES).toList();
  }
}
