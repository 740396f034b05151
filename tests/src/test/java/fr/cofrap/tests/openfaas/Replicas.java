package fr.cofrap.tests.openfaas;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The replicas of each function, as a folder tells them: a file {@code FUNCTION/NAME} for each,
 * with its address. One that is taken away is a pod that is being deleted.
 */
final class Replicas {
  private static final int LOOK_EVERY_MILLIS = 50;

  private final Path folder;
  private final Map<Path, Replica> known = new ConcurrentHashMap<>();
  private final Map<Path, Replica> leaving = new ConcurrentHashMap<>();

  private Replicas(Path folder) {
    this.folder = folder;
  }

  static Replicas watching(Path folder) throws IOException {
    Replicas replicas = new Replicas(folder);
    replicas.look();
    Thread.ofPlatform().start(replicas::watch);
    return replicas;
  }

  boolean knows(String function) {
    return Files.isDirectory(folder.resolve(function));
  }

  Optional<URI> anyReady(String function) {
    List<Replica> ready = ready(function);
    return ready.isEmpty()
        ? Optional.empty()
        : Optional.of(ready.get(ThreadLocalRandom.current().nextInt(ready.size())).address());
  }

  /** As {@code /system/function/NAME} says it; pods that are being deleted do not count. */
  String status(String function) {
    List<Replica> mine = of(known, function).toList();
    return """
    {"name":"%s","namespace":"openfaas-fn","replicas":%d,"availableReplicas":%d,"labels":{}}\
    """
        .formatted(function, mine.size(), mine.stream().filter(Replica::isReady).count());
  }

  List<String> statuses() throws IOException {
    try (Stream<Path> functions = Files.list(folder)) {
      return functions.map(function -> status(function.getFileName().toString())).toList();
    }
  }

  private List<Replica> ready(String function) {
    return Stream.concat(of(known, function), of(leaving, function))
        .filter(Replica::isReady)
        .toList();
  }

  private Stream<Replica> of(Map<Path, Replica> replicas, String function) {
    Path own = folder.resolve(function);
    return replicas.entrySet().stream()
        .filter(entry -> own.equals(entry.getKey().getParent()))
        .map(Map.Entry::getValue);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        look();
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void look() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      List<Path> there = files.filter(Files::isRegularFile).toList();
      for (Path file : there) {
        if (!known.containsKey(file)) {
          Replica replica = new Replica(URI.create("http://" + Files.readString(file).strip()));
          known.put(file, replica);
          Thread.ofVirtual().start(replica);
        }
      }
      known.forEach((file, replica) -> {
        if (!there.contains(file)) {
          leaving.put(file, replica);
          known.remove(file);
          replica.leave();
        }
      });
    }
  }
}
