package fr.cofrap.tests.installation;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one installation that they share: the {@link Deployment} that was told of, or one
 * on this machine, started for the first who asks. Who needs to start and stop processes asks for
 * {@link OneMachine}, and has the tag {@code one-machine}.
 */
public final class SharedInstallation implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedInstallation.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Installation.class.isAssignableFrom(parameter.getParameter().getType());
  }

  @Override
  public Installation resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("shared", SharedInstallation::start, Installation.class);
  }

  private static Installation start(String name) {
    return Deployment.file()
        .<Installation>map(Deployment::in)
        .orElseGet(() -> OneMachine.start(name, Map.of()));
  }
}
