package fr.cofrap.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Argon2idTest {
  /** RFC 9106, section 5.3. */
  @Test
  void computesTheRfcTestVector() {
    Argon2Parameters.Builder inputs =
        Argon2id.builder(new HashCost(32, 3, 4), filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4));
    assertThat(new Argon2id(32).digest(inputs, filled(32, 1), 32))
        .asHexString()
        .isEqualToIgnoringCase("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  /** The reference implementation's src/test.c, version 0x13. */
  @ParameterizedTest
  @CsvSource({
    "65536, 2, 1, password, somesalt,"
        + "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "256, 2, 1, password, somesalt,"
        + "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    "256, 2, 2, password, somesalt,"
        + "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    "65536, 1, 1, password, somesalt,"
        + "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
    "65536, 2, 1, differentpassword, somesalt,"
        + "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
    "65536, 2, 1, password, diffsalt,"
        + "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
  })
  void computesTheReferenceImplementationsTestVectors(
      int memoryKib, int passes, int lanes, String password, String salt, String digest) {
    byte[] computed =
        new Argon2id(memoryKib)
            .digest(
                new HashCost(memoryKib, passes, lanes),
                salt.getBytes(US_ASCII),
                password.getBytes(US_ASCII),
                32);
    assertThat(HexFormat.of().formatHex(computed)).isEqualTo(digest);
  }

  @Test
  void computesTheSameInReusedMemory() {
    HashCost cost = new HashCost(64, 2, 1);
    byte[] salt = filled(16, 7);
    byte[] expected = new Argon2id(64).digest(cost, salt, filled(24, 1), 32);
    Argon2id reused = new Argon2id(64);
    for (int run = 0; run < 50; run++) {
      assertThat(reused.digest(cost, salt, filled(24, 1), 32)).isEqualTo(expected);
      assertThat(reused.digest(cost, salt, filled(24, 2 + run), 32)).isNotEqualTo(expected);
    }
  }

  @Test
  void allocatesWhatARunNeedsBeyondItsReusedMemory() {
    HashCost cost = new HashCost(512, 1, 1);
    byte[] salt = filled(16, 7);
    assertThat(new Argon2id(64).digest(cost, salt, filled(24, 1), 32))
        .isEqualTo(new Argon2id(512).digest(cost, salt, filled(24, 1), 32));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
