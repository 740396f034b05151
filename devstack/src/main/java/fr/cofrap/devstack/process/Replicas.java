package fr.cofrap.devstack.process;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses of a function's processes, which get requests in turn. */
public final class Replicas {
  private final List<URI> addresses = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  public void add(URI address) {
    addresses.add(address);
  }

  public void remove(URI address) {
    addresses.remove(address);
  }

  public Optional<URI> next() {
    List<URI> now = List.copyOf(addresses);
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(now.get(Math.floorMod(turn.getAndIncrement(), now.size())));
  }
}
