package fr.cofrap.runtime;

import java.util.concurrent.atomic.AtomicReference;

/** Whether new calls should come here: from the handler's construction to the shutdown's start. */
final class Readiness {
  private enum State {
    STARTING,
    READY,
    STOPPING
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

  /** Changes nothing if the signal to stop was faster. */
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
