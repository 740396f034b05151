package fr.cofrap.tests.pages;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Tests of the pages' image as its own user, and as one that a cluster chose. */
@Target(TYPE)
@Retention(RUNTIME)
@Tag("images")
@ParameterizedClass(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(EachUser.Frontends.class)
@interface EachUser {
  /** One container for each user, which all such tests share. */
  final class Frontends implements ArgumentsProvider {
    private static final Namespace NAMESPACE = Namespace.create(Frontends.class);

    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return Stream.of("101", "12000:0")
          .map(user ->
              context
                  .getRoot()
                  .getStore(NAMESPACE)
                  .computeIfAbsent(user, Frontend::start, Frontend.class))
          .map(Arguments::of);
    }
  }
}
