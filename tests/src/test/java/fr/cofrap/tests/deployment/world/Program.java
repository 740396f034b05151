package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.io.IOException;

/** A stand-in's behaviour. */
@FunctionalInterface
interface Program {
  /**
   * Changes the world as the real program would.
   *
   * @throws Refusal if the real program would fail
   */
  Reply run(Invocation invocation, Halfway halfway) throws IOException;
}
