package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.races.AtOnce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures the same users on two sides in turn. */
final class Alternation {
  /**
   * The least share of its rate that must be sent; below that, the flood was not what its name
   * says.
   */
  private static final double LEAST_SENT = 0.95;

  private static final Duration BETWEEN_SIDES = Duration.ofSeconds(1);

  private final Traffic users;
  private final Pressure rate;
  private final Pace pace;
  private final Client usersClient = new Client();
  private final Client floodClient = new Client();

  Alternation(Traffic users, double perSecond, Pace pace) {
    this.users = users;
    rate = new Pressure.AtRate(perSecond);
    this.pace = pace;
  }

  /**
   * Compares the users with a flood and without, or with another one.
   *
   * @throws IllegalStateException if the flood was not what it should be
   */
  Comparison compare(Optional<Flood> without, Flood with) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < pace.pairs(); i++) {
      pairs.add(new Pair(side(without), side(Optional.of(with))));
    }
    return new Comparison(pairs);
  }

  private Side side(Optional<Flood> flood) {
    // Prepared first: that may cost a login.
    Optional<Traffic> traffic = flood.map(it -> it.traffic().get());
    Pause.of(BETWEEN_SIDES);
    List<Samples> both =
        AtOnce.run(
            () -> rate.send(usersClient, users, pace.side()),
            () ->
                traffic
                    .map(
                        sent -> flood.orElseThrow().pressure().send(floodClient, sent, pace.side()))
                    .orElse(Samples.NONE));
    Side side = new Side(both.getFirst(), both.getLast());
    flood.ifPresent(it -> check(it, side.flood()));
    Progress.say(
        "  %s: %.1f of %.1f logins/s, p95 %.0f ms, %s"
            .formatted(
                flood.map(Flood::toString).orElse("users alone"),
                side.users().succeeded(),
                side.users().sent(),
                side.users().p95(),
                side.flood().statuses()));
    return side;
  }

  private static void check(Flood flood, Samples sent) {
    if (!sent.all().stream().allMatch(it -> it.refused() || flood.rejects(it.status()))) {
      throw new IllegalStateException(
          "%s: expected only %s, found %s".formatted(flood, flood.rejections(), sent.statuses()));
    }
    if (flood.pressure() instanceof Pressure.AtRate(double perSecond)
        && sent.sent() < LEAST_SENT * perSecond) {
      throw new IllegalStateException(
          "%s: this machine is too busy to send more than %.0f a second"
              .formatted(flood, sent.sent()));
    }
  }
}
