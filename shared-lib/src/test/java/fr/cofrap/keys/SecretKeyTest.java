package fr.cofrap.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretKeyTest {
  private static final byte[] BYTES =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 24, 31, 33, 64})
  void rejectsKeysThatAreNot32Bytes(int length) {
    assertThat(SecretKey.of(new byte[length])).isEmpty();
    assertThat(SecretKey.of(new byte[32])).isPresent();
  }

  /** From {@code xxd -r -p | sha256sum}: 630dcd2966c4336691125448bbb25b4f… */
  @Test
  void hasTheFirst64BitsOfItsSha256AsItsId() {
    assertThat(key().id()).isEqualTo("630dcd2966c43366");
  }

  @Test
  void convertsToAKeyOfAnAlgorithm() {
    assertThat(key().forAlgorithm("AES").getEncoded()).isEqualTo(BYTES);
    assertThat(key().forAlgorithm("HmacSHA256").getAlgorithm()).isEqualTo("HmacSHA256");
  }

  @Test
  void copiesItsBytes() {
    byte[] bytes = BYTES.clone();
    SecretKey key = SecretKey.of(bytes).orElseThrow();
    bytes[0] = 99;
    assertThat(key.forAlgorithm("AES").getEncoded()).isEqualTo(BYTES);
  }

  @Test
  void printsItsIdAndNoneOfItsBytes() {
    assertThat(key().toString()).isEqualTo("SecretKey[630dcd2966c43366]");
    assertThat(key().toString().toLowerCase(Locale.ROOT)).doesNotContain("00010203");
  }

  private static SecretKey key() {
    return SecretKey.of(BYTES).orElseThrow();
  }
}
