package fr.cofrap.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHashTest {
  private static final String SALT_AND_DIGEST =
      "$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  private static final String PHC = "$argon2id$v=19$m=65536,t=2,p=1" + SALT_AND_DIGEST;

  @Test
  void readsWhatTheReferenceImplementationWrites() {
    PasswordHash hash = new PasswordHash(PHC);
    assertThat(hash.cost()).isEqualTo(new HashCost(65_536, 2, 1));
    assertThat(hash.salt()).isEqualTo("somesalt".getBytes(US_ASCII));
    assertThat(hash.digest())
        .asHexString()
        .isEqualToIgnoringCase("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }

  @Test
  void roundTrips() {
    PasswordHash hash = new PasswordHash(PHC);
    assertThat(PasswordHash.of(hash.cost(), hash.salt(), hash.digest())).isEqualTo(hash);
    assertThat(PasswordHash.of(hash.cost(), hash.salt(), hash.digest()).phc()).isEqualTo(PHC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$argon2id$v=19$m=65536,t=2,p=1",
        "$argon2i$v=19$m=65536,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2d$v=19$m=65536,t=2,p=1" + SALT_AND_DIGEST,
        "$2b$12$LQv3c1yqBWVHxkd0LHAkCOYz6TtxMQJqhN8/LewdBPj4J/8R2NKWi",
        "$argon2id$v=16$m=65536,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$m=65536,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$t=2,m=65536,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=0,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=065536,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=65536,t=0,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=65536,t=2,p=0" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=-65536,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=999999999,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=\u0666\u0665,t=2,p=1" + SALT_AND_DIGEST,
        "$argon2id$v=19$m=65536,t=2,p=1$$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ=$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNh-HQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQAA"
            + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        PHC + "$",
        PHC + "\n",
        " " + PHC,
      })
  void rejectsEveryOtherFormat(String text) {
    assertThatThrownBy(() -> new PasswordHash(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an Argon2id PHC string");
  }

  @Test
  void doesNotPrintItself() {
    assertThat(new PasswordHash(PHC).toString()).isEqualTo("PasswordHash[redacted]");
  }
}
