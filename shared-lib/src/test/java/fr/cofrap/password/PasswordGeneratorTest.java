package fr.cofrap.password;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cofrap.SeededRandom;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PasswordGeneratorTest {
  private static final int PASSWORDS = 41_667;
  private static final int LENGTH = 24;
  private static final List<String> CLASSES =
      List.of(
          "ABCDEFGHJKLMNPQRSTUVWXYZ",
          "abcdefghijkmnopqrstuvwxyz",
          "23456789",
          "!#$%&*+-./:;<=>?@^_~");

  @Test
  void drawsFromAtLeast77DifferentAsciiSymbolsThatDoNotLookAlike() {
    Set<Integer> symbols = new HashSet<>(PasswordGenerator.ALPHABET.chars().boxed().toList());
    assertThat(symbols).hasSize(PasswordGenerator.ALPHABET.length()).hasSizeGreaterThan(76);
    assertThat(symbols).allMatch(c -> c > ' ' && c < 127);
    assertThat(PasswordGenerator.ALPHABET).doesNotContain("I", "l", "1", "O", "0");
    assertThat(PasswordGenerator.ALPHABET).isEqualTo(String.join("", CLASSES));
  }

  @Test
  void hasMoreThan150BitsOfEntropy() {
    double bits =
        LENGTH * log2(PasswordGenerator.ALPHABET.length())
            + log2(probabilityOfAll(CLASSES, LENGTH));
    assertThat(bits).isGreaterThan(150);
  }

  @Test
  void generates24CharactersOfAllFourClasses() {
    PasswordGenerator generator = new PasswordGenerator(new SecureRandom());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String password = generator.generate().revealToOwner();
      assertThat(password).hasSize(LENGTH);
      assertThat(CLASSES).allMatch(c -> password.chars().anyMatch(x -> c.indexOf(x) >= 0));
      assertThat(password.chars()).allMatch(c -> PasswordGenerator.ALPHABET.indexOf(c) >= 0);
      assertThat(generator.generate().canBeGenerated()).isTrue();
      assertThat(seen.add(password)).isTrue();
    }
  }

  /** Chi-square with 76 degrees of freedom; a fair source exceeds 150 once in a million runs. */
  @Test
  void drawsTheSymbolsOfAClassUniformly() {
    long[] counts = new long[128];
    drawn().forEach(password -> password.chars().forEach(c -> counts[c]++));
    double chiSquare = 0;
    for (String symbols : CLASSES) {
      double expected = PASSWORDS * LENGTH * shareOf(symbols) / symbols.length();
      chiSquare +=
          symbols.chars().mapToDouble(c -> Math.pow(counts[c] - expected, 2) / expected).sum();
    }
    assertThat(chiSquare).isBetween(30.0, 150.0);
  }

  /** Chi-square with 3 degrees of freedom; a fair source exceeds 31 once in a million positions. */
  @Test
  void drawsEveryClassEquallyOftenInEveryPosition() {
    List<String> drawn = drawn();
    for (int position = 0; position < LENGTH; position++) {
      int at = position;
      double chiSquare = 0;
      for (String symbols : CLASSES) {
        double expected = PASSWORDS * shareOf(symbols);
        long count = drawn.stream().filter(p -> symbols.indexOf(p.charAt(at)) >= 0).count();
        chiSquare += Math.pow(count - expected, 2) / expected;
      }
      assertThat(chiSquare).as("position %d", position).isLessThan(31);
    }
  }

  private static List<String> drawn() {
    PasswordGenerator generator = new PasswordGenerator(new SeededRandom(20_261_120));
    return IntStream.range(0, PASSWORDS)
        .mapToObj(i -> generator.generate().revealToOwner())
        .toList();
  }

  /**
   * The share of a class among all characters, given that draws without all classes are discarded.
   */
  private static double shareOf(String symbols) {
    List<String> others = CLASSES.stream().filter(c -> !c.equals(symbols)).toList();
    return (double) symbols.length()
        / PasswordGenerator.ALPHABET.length()
        * probabilityOfAll(others, LENGTH - 1)
        / probabilityOfAll(CLASSES, LENGTH);
  }

  /**
   * The probability that this many draws contain each of these classes, by inclusion-exclusion over
   * the missing ones.
   */
  private static double probabilityOfAll(List<String> classes, int draws) {
    double probability = 0;
    for (int absent = 0; absent < 1 << classes.size(); absent++) {
      int symbols = PasswordGenerator.ALPHABET.length();
      for (int i = 0; i < classes.size(); i++) {
        symbols -= (absent >> i & 1) * classes.get(i).length();
      }
      double all = Math.pow((double) symbols / PasswordGenerator.ALPHABET.length(), draws);
      probability += Integer.bitCount(absent) % 2 == 0 ? all : -all;
    }
    return probability;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
