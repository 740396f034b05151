package fr.cofrap.runtime;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether this process should get new requests: from the handler's construction to the start of the
 * shutdown.
 */
final class Readiness {
  private enum State {
    STARTING,
    READY,
    STOPPING
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

  /** Does nothing if the signal to stop came first. */
  void started() {
    state.compareAndSet(State.STARTING, State.READY);
  }

  void stopping() {
    state.set(State.STOPPING);
  }

  boolean isReady() {
    return state.get() == State.READY;
  }
}
