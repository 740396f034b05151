package fr.cofrap.tests.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program that was started in place of a real one.
 *
 * @param folder in which it was started
 */
public record Invocation(
    long process,
    String program,
    List<String> words,
    Map<String, String> environment,
    Path folder) {
  /** Of a stand-in that waits for its reply. */
  static Invocation of(long process) throws IOException {
    Path state = Path.of("/proc", Long.toString(process));
    // bash, the stand-in, its words.
    List<String> line = split(state.resolve("cmdline"));
    Map<String, String> environment =
        split(state.resolve("environ")).stream()
            .map(variable -> variable.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, last) -> last));
    return new Invocation(
        process,
        Path.of(line.get(1)).getFileName().toString(),
        line.subList(2, line.size()),
        environment,
        state.resolve("cwd").toRealPath());
  }

  private static List<String> split(Path file) throws IOException {
    String[] parts = Files.readString(file, StandardCharsets.UTF_8).split("\0", -1);
    return Arrays.asList(parts).subList(0, parts.length - 1);
  }

  /** As it could be typed, but for quotes. */
  public String text() {
    return program + " " + String.join(" ", words);
  }

  public String word(int number) {
    return number < words.size() ? words.get(number) : "";
  }

  public String lastWord() {
    return words.getLast();
  }

  public boolean has(String text) {
    return text().contains(text);
  }

  /** The first word that matches. */
  public String find(String pattern) {
    return words.stream().filter(word -> word.matches(pattern)).findFirst().orElse("");
  }

  /** The word after an option. */
  public String value(String option) {
    return word(words.indexOf(option) + 1);
  }

  public Path path(String word) {
    return folder.resolve(word);
  }

  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
