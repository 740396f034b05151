package fr.cofrap;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import fr.cofrap.account.Accounts;
import fr.cofrap.jdbc.DatabaseSettings;
import fr.cofrap.password.PasswordHash;
import fr.cofrap.password.PasswordHasher;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;

@AnalyzeClasses(packages = "fr.cofrap", importOptions = ArchitectureTest.MainClasses.class)
final class ArchitectureTest {
  /** Excludes tests, and classes of other modules in the same packages. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return location.contains("/shared-lib/") && location.contains("/target/classes/");
    }
  }

  @ArchTest static final ArchRule PASSWORD_NEEDS = domain("password", "org.bouncycastle..");
  @ArchTest static final ArchRule TOTP_NEEDS = domain("totp", "org.jboss.aerogear..");
  @ArchTest static final ArchRule KEYS_NEED = domain("keys", "javax.crypto..");

  @ArchTest
  static final ArchRule ACCOUNT_NEEDS = domain("account", "fr.cofrap.password", "fr.cofrap.totp");

  @ArchTest
  static final ArchRule SEALING_NEEDS =
      domain("sealing", "javax.crypto..", "fr.cofrap.account", "fr.cofrap.keys", "fr.cofrap.totp");

  @ArchTest
  static final ArchRule TICKET_NEEDS =
      domain("ticket", "javax.crypto..", "fr.cofrap.account", "fr.cofrap.keys");

  @ArchTest static final ArchRule SOURCE_NEEDS = domain("source");

  @ArchTest static final ArchRule THROTTLE_NEEDS = domain("throttle", "fr.cofrap.account");

  @ArchTest static final ArchRule AUDIT_NEEDS = domain("audit", "fr.cofrap.account");

  @ArchTest
  static final ArchRule RECOGNITION_NEEDS =
      domain(
          "recognition",
          "javax.crypto..",
          "fr.cofrap.account",
          "fr.cofrap.keys",
          "fr.cofrap.password");

  @ArchTest
  static final ArchRule LOGIN_NEEDS =
      domain(
          "login",
          "fr.cofrap.account",
          "fr.cofrap.audit",
          "fr.cofrap.keys",
          "fr.cofrap.password",
          "fr.cofrap.recognition",
          "fr.cofrap.sealing",
          "fr.cofrap.throttle",
          "fr.cofrap.ticket",
          "fr.cofrap.totp");

  /** A login needs a password that {@code recognition} has proved, and can prove none itself. */
  @ArchTest
  static final ArchRule LOGIN_DOES_NOT_HASH =
      noClasses()
          .that()
          .resideInAPackage("fr.cofrap.login")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(PasswordHasher.class, PasswordHash.class);

  @ArchTest
  static final ArchRule ENROLLMENT_NEEDS =
      domain(
          "enrollment",
          "fr.cofrap.account",
          "fr.cofrap.audit",
          "fr.cofrap.password",
          "fr.cofrap.recognition",
          "fr.cofrap.sealing",
          "fr.cofrap.source",
          "fr.cofrap.throttle",
          "fr.cofrap.ticket",
          "fr.cofrap.totp");

  /** Only there has the password been proved. */
  @ArchTest
  static final ArchRule ONLY_COMPLETED_LOGINS_CLAIM_AND_ACTIVATE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("fr.cofrap.login.LoginCompletion")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Accounts.class)))
                  .and(target(nameMatching("claimStep.*|activate.*"))));

  private static ArchRule domain(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of("java..", "org.jspecify..", "fr.cofrap." + name), Stream.of(others))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("fr.cofrap." + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(equivalentTo(Unavailable.class)));
  }

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("fr.cofrap.(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_HTTP_KNOWS_REQUESTS =
      onlyIn("http", "com.openfaas..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("fr.cofrap.runtime.HttpRequest");

  @ArchTest
  static final ArchRule ONLY_JDBC_KNOWS_THE_DATABASE =
      onlyIn("jdbc", "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer..");

  @ArchTest static final ArchRule ONLY_JSON_KNOWS_JACKSON = onlyIn("json", "tools.jackson..");

  @ArchTest static final ArchRule ONLY_QR_KNOWS_ZXING = onlyIn("qr", "com.google.zxing..");

  @ArchTest
  static final ArchRule ONLY_PASSWORD_KNOWS_BOUNCY_CASTLE =
      onlyIn("password", "org.bouncycastle..");

  @ArchTest static final ArchRule ONLY_TOTP_KNOWS_AEROGEAR = onlyIn("totp", "org.jboss.aerogear..");

  private static ClassesShouldConjunction onlyIn(String name, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("fr.cofrap." + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  /** Except the settings, which have to name the parts that they configure. */
  @ArchTest
  static final ArchRule ONLY_THE_WIRING_KNOWS_THE_ADAPTERS_TO_THE_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.cofrap.jdbc")
          .and()
          .doNotHaveFullyQualifiedName(Wiring.class.getName())
          .should()
          .dependOnClassesThat(
              resideInAPackage("fr.cofrap.jdbc").and(not(equivalentTo(DatabaseSettings.class))));

  /** Functions compose the flows. */
  @ArchTest
  static final ArchRule NOTHING_HERE_KNOWS_THE_FLOWS =
      noClasses()
          .that()
          .resideOutsideOfPackages("fr.cofrap.enrollment", "fr.cofrap.login")
          .should()
          .dependOnClassesThat(resideInAnyPackage("fr.cofrap.enrollment", "fr.cofrap.login"));

  /** Functions get no administrator operations: the wiring hands out only ports. */
  @ArchTest
  static final ArchRule THE_WIRING_HIDES_THE_DATABASE =
      noMethods()
          .that()
          .areDeclaredIn(Wiring.class)
          .and()
          .arePublic()
          .should()
          .haveRawReturnType(resideInAPackage("fr.cofrap.jdbc"));

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_WIRING =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Wiring.class.getName())
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Wiring.class);

  @ArchTest
  static final ArchRule NO_DESKTOP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..");

  @ArchTest
  static final ArchRule ONE_SOURCE_OF_RANDOMNESS_AND_ONE_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Wiring.class.getName())
          .should()
          .callConstructor(SecureRandom.class)
          .orShould()
          .callMethod(InstantSource.class, "system");

  @ArchTest
  static final ArchRule NOBODY_ASKS_ANOTHER_CLOCK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest
  static final ArchRule NOBODY_DRAWS_FROM_A_WEAK_SOURCE =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

  /** It accepts a code twice, and numbers that are not codes; its secrets have only 80 bits. */
  @ArchTest
  static final ArchRule NOBODY_TRUSTS_WHAT_AEROGEAR_ACCEPTS_OR_DRAWS =
      noClasses()
          .should()
          .callMethod(org.jboss.aerogear.security.otp.Totp.class, "verify", String.class)
          .orShould()
          .callMethod(org.jboss.aerogear.security.otp.api.Base32.class, "random");

  @ArchTest
  static final ArchRule ONLY_SEALING_ENCRYPTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("fr.cofrap.sealing")
          .should()
          .callMethod(Cipher.class, "getInstance", String.class);

  /** Its timing reveals how many bytes matched; that of {@code MessageDigest.isEqual} does not. */
  @ArchTest
  static final ArchRule NOBODY_COMPARES_BYTES_WITH_AN_EARLY_END =
      noClasses()
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
          .orShould()
          .callMethod(Arrays.class, "mismatch", byte[].class, byte[].class)
          .orShould()
          .callMethod(Arrays.class, "compare", byte[].class, byte[].class);
}
