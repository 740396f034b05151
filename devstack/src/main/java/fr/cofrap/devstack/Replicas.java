package fr.cofrap.devstack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a function serves just now; calls go round them in turn. */
final class Replicas {
  private final List<URI> addresses = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  void add(URI address) {
    addresses.add(address);
  }

  void remove(URI address) {
    addresses.remove(address);
  }

  Optional<URI> next() {
    List<URI> now = List.copyOf(addresses);
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(now.get(Math.floorMod(turn.getAndIncrement(), now.size())));
  }
}
