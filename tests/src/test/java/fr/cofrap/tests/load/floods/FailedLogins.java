package fr.cofrap.tests.load.floods;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import fr.cofrap.tests.api.Operation;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long each kind of failed login takes, one at a time, in random order. */
final class FailedLogins {
  /** How far apart the medians of the kinds without the right password are at most. */
  private static final double MILLIS_APART = 0.1;

  private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]+)\"");

  private final Bench bench;
  private final FailingUsers users;
  private final Client client = new Client();
  private final Map<FailedLogin, List<Double>> millis = new EnumMap<>(FailedLogin.class);

  private FailedLogins(Bench bench) {
    this.bench = bench;
    users = new FailingUsers(bench.machine(), bench.port().address());
  }

  static Section compare(Bench bench) {
    FailedLogins measurement = new FailedLogins(bench);
    measurement.block(FailingUsers.BLOCK);
    measurement.millis.clear();
    Map<String, Long> before = measurement.reasons();
    for (int left = bench.pace().perKind(); left > 0; left -= FailingUsers.BLOCK) {
      Progress.say("kinds: %d more of each".formatted(left));
      measurement.block(Math.min(left, FailingUsers.BLOCK));
    }
    measurement.checkReasons(before);
    return measurement.section();
  }

  private void block(int ofEach) {
    users.reset();
    List<FailedLogin> kinds = new ArrayList<>();
    for (FailedLogin kind : FailedLogin.values()) {
      kinds.addAll(Collections.nCopies(ofEach, kind));
    }
    Collections.shuffle(kinds);
    for (FailedLogin kind : kinds) {
      HttpRequest request = users.request(kind);
      Sample sample = client.send(request, System.nanoTime());
      millis.computeIfAbsent(kind, _ -> new ArrayList<>()).add(sample.millis());
    }
  }

  /** How often the function has given each reason so far. */
  private Map<String, Long> reasons() {
    return bench.machine().processes(Operation.AUTHENTICATE_USER).getFirst().lines().stream()
        .flatMap(line -> REASON.matcher(line).results())
        .map(match -> match.group(1))
        .collect(groupingBy(reason -> reason, counting()));
  }

  private void checkReasons(Map<String, Long> before) {
    Map<String, Long> after = reasons();
    for (FailedLogin kind : FailedLogin.values()) {
      long expected =
          Stream.of(FailedLogin.values())
              .filter(other -> other.reason().equals(kind.reason()))
              .mapToLong(other -> millis.getOrDefault(other, List.of()).size())
              .sum();
      long found = after.getOrDefault(kind.reason(), 0L) - before.getOrDefault(kind.reason(), 0L);
      if (found < expected) {
        throw new IllegalStateException(
            "%s: expected %d × \"%s\" in the audit trail, found %d"
                .formatted(kind, expected, kind.reason(), found));
      }
    }
  }

  private Section section() {
    List<List<String>> rows = new ArrayList<>();
    double[] medians =
        Stream.of(FailedLogin.values())
            .filter(kind -> !kind.hasRightPassword())
            .mapToDouble(this::median)
            .toArray();
    for (FailedLogin kind : FailedLogin.values()) {
      rows.add(
          List.of(
              kind.toString(),
              Integer.toString(millis.getOrDefault(kind, List.of()).size()),
              String.format(Locale.ROOT, "%.3f", median(kind)),
              kind.hasRightPassword() ? "none" : "≤ 0.1 ms apart"));
    }
    double apart = Statistics.percentile(medians, 1) - Statistics.percentile(medians, 0.01);
    List<String> broken = new ArrayList<>();
    if (!(apart <= MILLIS_APART)) {
      broken.add(
          String.format(
              Locale.ROOT,
              "expected medians without the right password within %.1f ms, found %.3f ms",
              MILLIS_APART,
              apart));
    }
    return new Section(
        "Kinds of failed login",
        List.of("kind", "requests", "median, ms", "promise"),
        rows,
        List.of(),
        broken);
  }

  private double median(FailedLogin kind) {
    return Statistics.median(
        millis.getOrDefault(kind, List.of()).stream().mapToDouble(Double::doubleValue).toArray());
  }
}
