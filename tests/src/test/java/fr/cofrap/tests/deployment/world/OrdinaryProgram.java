package fr.cofrap.tests.deployment.world;

import fr.cofrap.tests.standin.Invocation;
import fr.cofrap.tests.standin.Reply;
import java.util.List;

/** Programs that do their own work, and the part of it after which they are killed. */
final class OrdinaryProgram {
  static final List<String> NAMES = List.of("cp", "rm", "mkdir", "chmod");

  private OrdinaryProgram() {}

  static Reply run(Invocation invocation, Halfway halfway) {
    switch (invocation.program()) {
      case "cp" -> halfway.reached(new Reply("head -c 5 \"${@: -2:1}\" >\"${@: -1}\""));
      case "rm" ->
          halfway.reached(new Reply("find \"${@: -1}\" -type f -delete -quit 2>/dev/null"));
      default -> {}
    }
    return new Reply("\"${0##*/}\" \"$@\"");
  }
}
