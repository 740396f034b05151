package fr.cofrap.runtime;

import com.openfaas.entrypoint.HandlerProvider;
import com.openfaas.model.AbstractHandler;
import org.jspecify.annotations.Nullable;

/**
 * Constructs the function's handler, {@code com.openfaas.function.Handler}: OpenFaaS' entrypoint
 * library names that class, in a service file of its own.
 */
final class HandlerLoader {
  private HandlerLoader() {}

  /**
   * Call this once: after a failure, {@link HandlerProvider} only reports that there is no handler.
   *
   * @throws Misconfigured if the constructor threw it, however deeply wrapped
   */
  static AbstractHandler load() {
    try {
      return HandlerProvider.getInstance().getHandler();
    } catch (Throwable failure) {
      Misconfigured misconfigured = misconfiguredIn(failure);
      if (misconfigured != null) {
        throw misconfigured;
      }
      throw failure;
    }
  }

  private static @Nullable Misconfigured misconfiguredIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Misconfigured misconfigured) {
        return misconfigured;
      }
    }
    return null;
  }
}
