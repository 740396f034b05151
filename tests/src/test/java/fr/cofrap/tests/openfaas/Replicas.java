package fr.cofrap.tests.openfaas;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** The replicas of each function, of which there may be none for a while. */
final class Replicas {
  private final Map<String, List<Replica>> ofFunction = new ConcurrentHashMap<>();

  void declare(String function) {
    ofFunction.putIfAbsent(function, new CopyOnWriteArrayList<>());
  }

  Replica add(String function, URI address) {
    declare(function);
    Replica replica = Replica.probing(address);
    of(function).add(replica);
    return replica;
  }

  boolean knows(String function) {
    return ofFunction.containsKey(function);
  }

  Set<String> functions() {
    return ofFunction.keySet();
  }

  Optional<URI> anyReady(String function) {
    List<Replica> ready = of(function).stream().filter(Replica::isReady).toList();
    return ready.isEmpty()
        ? Optional.empty()
        : Optional.of(ready.get(ThreadLocalRandom.current().nextInt(ready.size())).address());
  }

  /** As {@code /system/function/NAME} reports it; pods that are being deleted do not count. */
  String status(String function) {
    List<Replica> mine = of(function).stream().filter(replica -> !replica.isLeaving()).toList();
    return """
    {"name":"%s","namespace":"openfaas-fn","replicas":%d,"availableReplicas":%d,"labels":{}}\
    """
        .formatted(function, mine.size(), mine.stream().filter(Replica::isReady).count());
  }

  private List<Replica> of(String function) {
    return ofFunction.getOrDefault(function, List.of());
  }
}
