package fr.cofrap.devstack.data;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.stream.Collectors.joining;

import fr.cofrap.devstack.process.Command;
import fr.cofrap.devstack.process.FunctionLaunch;
import fr.cofrap.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The functions' settings in one data folder. A setting is kept there until it is given another
 * value, or reset by {@code NAME=}.
 *
 * @param file where they are kept, one line {@code NAME=value} each
 * @param values the settings in force; all others have their defaults
 * @param origins what is in force and where it comes from, for display
 */
public record FunctionSettings(Path file, Map<String, String> values, List<String> origins) {
  private static final String HEADING =
      "# Settings of the functions. To reset one to its default, start with an empty value"
          + " (NAME=).\n";

  /**
   * Combines the kept settings with those of this run.
   *
   * @param names of the settings
   * @param file where they are kept
   * @param named the environment of the person who starts the stack
   * @throws StartFailure if the file or a value cannot be used
   */
  public static FunctionSettings of(Set<String> names, Path file, Map<String, String> named)
      throws IOException {
    Map<String, String> kept = read(file, names);
    Map<String, String> values = new TreeMap<>();
    List<String> origins = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      String value = named.getOrDefault(name, kept.getOrDefault(name, "")).strip();
      if (!value.isEmpty()) {
        values.put(name, value);
        String origin = named.containsKey(name) ? "set for this run" : "kept in " + file;
        origins.add("  %s=%s   # %s".formatted(name, value, origin));
      } else if (named.containsKey(name)) {
        origins.add("  %s   # reset to its default".formatted(name));
      }
      if (value.chars().anyMatch(Character::isISOControl)) {
        throw new StartFailure(name + " contains a line break or another control character");
      }
    }
    return new FunctionSettings(file, Map.copyOf(values), List.copyOf(origins));
  }

  private static Map<String, String> read(Path file, Set<String> names) throws IOException {
    Map<String, String> kept = new TreeMap<>();
    if (!Files.exists(file)) {
      return kept;
    }
    for (String line : Files.readAllLines(file)) {
      String[] setting = line.split("=", 2);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (setting.length < 2 || !names.contains(setting[0])) {
        throw new StartFailure(
            "%s contains a line that is not a setting; remove or correct it: %s"
                .formatted(file, line));
      }
      kept.put(setting[0], setting[1]);
    }
    return kept;
  }

  /**
   * Has the functions' own code check the values.
   *
   * @param function any of the functions
   * @throws StartFailure with the function's own message
   */
  public void check(FunctionLaunch function) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    Command.Result result =
        function.withEnvironment(values).java("fr.cofrap.config.SettingsCheck").run();
    if (result.exitCode() != 0) {
      throw new StartFailure(
          result.output().strip() + "\nNAME= ./start_full_demo.sh … resets a setting");
    }
  }

  /** Replaces the file atomically. */
  public void keep() throws IOException {
    if (values.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(
        part,
        new TreeMap<>(values)
            .entrySet().stream().map(Object::toString).collect(joining("\n", HEADING, "\n")));
    Files.move(part, file, ATOMIC_MOVE);
  }
}
