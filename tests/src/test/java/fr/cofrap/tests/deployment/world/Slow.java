package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;

/** Prints its progress, and goes on until the script has mentioned this command twice. */
record Slow() implements Program {
  @Override
  public Reply run(Invocation slow, Halfway halfway) {
    return new Reply(
        """
        printf 'step 1\\n\\x1b[1mstep 2\\x1b[0m\\n'
        until (($(grep -cF " s: slow $*" "$SAID") >= 2)); do sleep 0.1; done\
        """);
  }
}
