package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.installation.OneMachine;
import fr.cofrap.tests.user.Person;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A service on this machine, its users, and an attacker. */
final class Bench {
  /** How many users at once show what the machine can log in. */
  private static final Pressure MANY = new Pressure.Connections(8);

  /** How many users it takes to measure that: each has two codes at first. */
  private static final int FIRST_USERS = 150 * Runtime.getRuntime().availableProcessors();

  private static final Pressure WARM_UP = new Pressure.AtRate(1_000);
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private final OneMachine machine;
  private final Pace pace;
  private final Users users;
  private final Attacker attacker;
  private double capacity = Double.NaN;

  Bench(OneMachine machine, Pace pace) {
    this.machine = machine;
    this.pace = pace;
    users = new Users(machine.api());
    attacker = new Attacker(machine.api());
  }

  private double measured() {
    Client client = new Client();
    Traffic logins = users.logins(gateway().address());
    MANY.send(client, logins, A_WHILE);
    return MANY.send(client, logins, Duration.ofSeconds(4)).succeeded();
  }

  /** Otherwise the first flood would measure the JVM's compiler. */
  private void warmUp() {
    Client client = new Client();
    for (Entrance entrance : List.of(gateway(), port())) {
      for (Attack attack : Attack.values()) {
        Flood flood = flood(attack, WARM_UP, entrance);
        flood.pressure().send(client, flood.traffic().get(), A_WHILE);
      }
    }
  }

  /** How many users a second can log in while nothing else is done; measured when first asked. */
  double capacity() {
    if (Double.isNaN(capacity)) {
      users.grow(FIRST_USERS);
      capacity = measured();
      Progress.say("this machine logs in %.1f users a second".formatted(capacity));
      warmUp();
    }
    return capacity;
  }

  OneMachine machine() {
    return machine;
  }

  Pace pace() {
    return pace;
  }

  Users users() {
    return users;
  }

  Entrance gateway() {
    return Entrance.gateway(machine);
  }

  Entrance port() {
    return Entrance.port(machine);
  }

  /** If passwords are forged, then for as many users as strangers. */
  Flood flood(Attack attack, Pressure pressure, Entrance entrance) {
    return flood(
        attack,
        pressure,
        entrance,
        () -> {
          List<String> known = users.names();
          return Stream.concat(
                  known.stream(), Stream.generate(Person::freshName).limit(known.size()))
              .toList();
        });
  }

  Flood flood(Attack attack, Pressure pressure, Entrance entrance, Supplier<List<String>> names) {
    return new Flood(
        attack.toString(),
        () -> attacker.traffic(attack, entrance.address(), names.get()),
        pressure,
        attack.rejections());
  }

  Alternation users(double perSecond, Entrance entrance) {
    return users(perSecond, entrance, logins -> logins);
  }

  /**
   * Users who log in at a rate.
   *
   * @param decoration of their requests
   */
  Alternation users(double perSecond, Entrance entrance, UnaryOperator<Traffic> decoration) {
    users.grow(Users.enoughFor(perSecond));
    return new Alternation(decoration.apply(users.logins(entrance.address())), perSecond, pace);
  }
}
