package fr.cofrap.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function of {@code stack.yml}, and the secrets that it mounts: these and no others. */
record CofrapFunction(String name, Set<String> secrets) {
  private static final Pattern NAME = Pattern.compile("  ([a-z0-9-]+):");
  private static final Pattern SECRETS = Pattern.compile("    secrets: \\[(.+)]");

  static List<CofrapFunction> in(Path repository) throws IOException {
    List<CofrapFunction> functions = new ArrayList<>();
    String name = "";
    for (String line : Files.readAllLines(repository.resolve("stack.yml"))) {
      Matcher heading = NAME.matcher(line);
      Matcher secrets = SECRETS.matcher(line);
      if (heading.matches()) {
        name = heading.group(1);
      } else if (secrets.matches()) {
        functions.add(new CofrapFunction(name, Set.of(secrets.group(1).split(", *", -1))));
      }
    }
    return List.copyOf(functions);
  }
}
