package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;

/** Whether something listens on a port of this machine. */
record Ports(World world) implements Program {
  @Override
  public Reply run(Invocation invocation, Halfway halfway) {
    return new Reply(world.has("ports/" + invocation.word(0)) ? "true" : "false");
  }
}
