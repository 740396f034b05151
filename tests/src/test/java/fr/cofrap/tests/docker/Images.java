package fr.cofrap.tests.docker;

import fr.cofrap.tests.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The images of this clone, each built when it is first needed; prints their sizes. */
public final class Images {
  private static final Duration HUNG = Duration.ofHours(1);
  private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

  private Images() {}

  /** A function, up to the stage before of-watchdog. */
  public static String function(String function) {
    return once(function, () -> functionBuild(function));
  }

  /** The operators' program. */
  public static String admin() {
    return once("admin", () -> Stream.of("--file", "admin/Dockerfile", "."));
  }

  /** The pages. */
  public static String frontend() {
    return once("frontend", () -> Stream.of("frontend"));
  }

  public static List<String> all() {
    return Stream.concat(
            StackFile.read().functions().stream().map(Images::function),
            Stream.of(admin(), frontend()))
        .toList();
  }

  private static String once(String name, Supplier<Stream<String>> options) {
    return BUILT.computeIfAbsent(name, _ -> build(name, options.get().toList()));
  }

  private static String build(String name, List<String> options) {
    String image = "cofrap-test/" + name;
    Progress.print("building " + name);
    Docker.command("build", "--tag", image).and(options).within(HUNG).output();
    Progress.print(ImageSize.of(image).toString());
    return image;
  }

  /** As {@code faas-cli build --shrinkwrap} lays out the context. */
  private static Stream<String> functionBuild(String function) {
    Path context = Repository.root().resolve("tests/target/context-" + function);
    Program.of("rm", "-rf", context.toString()).output();
    String arguments =
        Program.of("script/build-context", function, context.toString())
            .in(Repository.root())
            .output();
    return Stream.concat(
        arguments.lines().map(argument -> "--build-arg=" + argument),
        Stream.of("--target", "function", context.toString()));
  }
}
