package fr.cofrap.tests.installation;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the installation that they share, started for the first that asks: the {@link
 * Deployment} that was named, or what {@code -Dcofrap.installation} says: {@code containers},
 * {@code openfaas}, {@code cluster}, or by default {@code one-machine}. A test that starts and
 * stops processes asks for an installation by its type, and has its tag: {@code one-machine},
 * {@code images}, {@code openfaas} or {@code cluster}.
 */
public final class SharedInstallation implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedInstallation.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Installation.class.isAssignableFrom(parameter.getParameter().getType());
  }

  @Override
  public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            type.isInterface() ? chosen() : type, SharedInstallation::start, Installation.class);
  }

  private static Class<? extends Installation> chosen() {
    if (Deployment.file().isPresent()) {
      return Deployment.class;
    }
    return switch (System.getProperty("cofrap.installation", "one-machine")) {
      case "one-machine" -> OneMachine.class;
      case "containers" -> Containers.class;
      case "openfaas" -> OpenFaas.class;
      case "cluster" -> Cluster.class;
      case String unknown ->
          throw new IllegalStateException(
              "cofrap.installation is one-machine, containers, openfaas or cluster, not "
                  + unknown);
    };
  }

  private static Installation start(Class<?> type) {
    if (type == Deployment.class) {
      return Deployment.in(Deployment.file().orElseThrow());
    }
    if (type == Containers.class) {
      return Containers.start("containers");
    }
    if (type == OpenFaas.class) {
      return OpenFaas.start("openfaas");
    }
    return type == Cluster.class ? Cluster.current() : OneMachine.start("shared", Map.of());
  }
}
