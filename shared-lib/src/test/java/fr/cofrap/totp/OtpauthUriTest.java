package fr.cofrap.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class OtpauthUriTest {
  private static final TotpSecret SECRET =
      new TotpSecret("12345678901234567890".getBytes(US_ASCII));
  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void matchesTheContract() {
    assertThat(OtpauthUri.of("COFRAP", "michel.ranu", SECRET))
        .isEqualTo(
            "otpauth://totp/COFRAP:michel.ranu?secret="
                + BASE32
                + "&issuer=COFRAP&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void encodesSpacesAs20AndLettersAsUtf8() {
    assertThat(OtpauthUri.of("H\u00F4pital du Nord", "a_b-c.d", SECRET))
        .isEqualTo(
            "otpauth://totp/H%C3%B4pital%20du%20Nord:a_b-c.d?secret="
                + BASE32
                + "&issuer=H%C3%B4pital%20du%20Nord&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void doesNotLetAnIssuerAddParameters() {
    String uri = OtpauthUri.of("A&secret=B?c#d/e+f%", "alice", SECRET);
    assertThat(uri).isASCII().containsOnlyOnce("secret=" + BASE32);
    assertThat(uri.split("[&?]", -1)).hasSize(6);
    assertThat(URI.create(uri).getFragment()).isNull();
    assertThat(URI.create(uri).getPath()).isEqualTo("/A&secret=B?c#d/e+f%:alice");
  }
}
