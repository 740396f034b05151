package fr.cofrap.tests.cluster;

import fr.cofrap.tests.Pause;
import fr.cofrap.tests.docker.Program.Ending;
import fr.cofrap.tests.kubernetes.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Follows the log of every function's pod in a namespace from its start to its end. */
final class WatchedPods implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(300);
  private static final Duration HUNG = Duration.ofMinutes(3);

  private final Kubectl kubectl;
  private final Path folder;
  private final Map<String, Process> followers = new ConcurrentHashMap<>();
  private final Thread watcher = Thread.ofPlatform().unstarted(this::watch);
  private volatile boolean stopped;

  private WatchedPods(Kubectl kubectl, Path folder) {
    this.kubectl = kubectl;
    this.folder = folder;
  }

  static WatchedPods start(Kubectl kubectl, Path folder) {
    WatchedPods pods = new WatchedPods(kubectl, folder);
    pods.watcher.start();
    return pods;
  }

  /** Ends with what the pods said: those that ended to their end, the others until now. */
  KeyLog stop() throws IOException, InterruptedException {
    stopped = true;
    watcher.join();
    List<String> lines = new ArrayList<>();
    List<String> running = running();
    for (Map.Entry<String, Process> follower : followers.entrySet()) {
      if (running.contains(follower.getKey())) {
        lines.addAll(kubectl.run("logs", "--timestamps", follower.getKey()).lines().toList());
      } else if (follower.getValue().waitFor(HUNG.toSeconds(), TimeUnit.SECONDS)) {
        lines.addAll(Files.readAllLines(log(follower.getKey())));
      } else {
        throw new AssertionError(follower.getKey() + " does not end");
      }
    }
    return new KeyLog(lines);
  }

  private void watch() {
    while (!stopped) {
      for (String pod : running()) {
        followers.computeIfAbsent(
            pod,
            _ -> kubectl.command("logs", "--follow", "--timestamps", pod).inBackground(log(pod)));
      }
      Pause.of(PERIOD);
    }
  }

  private List<String> running() {
    Ending pods =
        kubectl
            .command("get", "pods", "-l", "faas_function", "-o", "name")
            .and("--field-selector", "status.phase=Running")
            .run();
    return pods.output().lines().toList();
  }

  private Path log(String pod) {
    return folder.resolve(pod.replace('/', '-') + ".log");
  }

  @Override
  public void close() {
    stopped = true;
    followers.values().forEach(Process::destroy);
  }
}
