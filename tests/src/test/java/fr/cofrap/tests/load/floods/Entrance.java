package fr.cofrap.tests.load.floods;

import fr.cofrap.tests.api.Operation;
import fr.cofrap.tests.installation.OneMachine;
import java.net.URI;

/** A way to {@code authenticate-user}. */
record Entrance(String name, URI address) {
  static Entrance gateway(OneMachine machine) {
    return new Entrance("gateway", machine.gateway().resolve(Operation.AUTHENTICATE_USER.path()));
  }

  static Entrance port(OneMachine machine) {
    return new Entrance("port", machine.replicas(Operation.AUTHENTICATE_USER, 1).getFirst());
  }

  @Override
  public String toString() {
    return name;
  }
}
