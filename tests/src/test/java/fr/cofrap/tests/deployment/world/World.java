package fr.cofrap.tests.deployment.world;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What exists outside of the repository: things by their path, each with a value. */
public final class World {
  private final Map<String, String> things = new TreeMap<>();

  public synchronized World copy() {
    World copy = new World();
    copy.things.putAll(things);
    return copy;
  }

  /** Whether there is this thing, or one inside of it. */
  public synchronized boolean has(String path) {
    return things.keySet().stream().anyMatch(thing -> isIn(thing, path));
  }

  public synchronized Optional<String> get(String path) {
    return Optional.ofNullable(things.get(path));
  }

  public void put(String path) {
    put(path, "there");
  }

  public synchronized void put(String path, String value) {
    things.put(path, value);
  }

  public synchronized void drop(String... paths) {
    Arrays.stream(paths).forEach(path -> things.keySet().removeIf(thing -> isIn(thing, path)));
  }

  /** The names in a folder, sorted. */
  synchronized List<String> in(String folder) {
    return things.keySet().stream()
        .filter(thing -> thing.startsWith(folder + "/"))
        .map(thing -> thing.substring(folder.length() + 1).replaceFirst("/.*", ""))
        .distinct()
        .toList();
  }

  String require(String path) {
    if (!has(path)) {
      throw new Refusal("there is no " + path);
    }
    return get(path).orElse("");
  }

  void refuseIf(boolean condition, String message) {
    if (condition) {
      throw new Refusal(message);
    }
  }

  /** All things, without the values that each run generates. */
  public synchronized Map<String, String> shape() {
    return things.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                thing -> isGenerated(thing.getKey()) ? "generated" : thing.getValue(),
                (first, _) -> first,
                TreeMap::new));
  }

  private static boolean isGenerated(String path) {
    return path.contains("/secrets/") || path.equals(Docker.TABLES) || path.equals(FaasCli.GIVEN);
  }

  private static boolean isIn(String thing, String path) {
    return thing.equals(path) || thing.startsWith(path + "/");
  }
}
