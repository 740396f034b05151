package fr.cofrap;

import fr.cofrap.totp.OneTimeCode;
import fr.cofrap.totp.TotpSecret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An independent implementation of RFC 4226 section 5.3 and RFC 6238 section 4. */
public final class Rfc6238 {
  private Rfc6238() {}

  public static String code(TotpSecret secret, long step) {
    byte[] hash = hmacSha1(secret.revealKey(), ByteBuffer.allocate(8).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xF;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFFFFFF;
    return String.format(Locale.ROOT, "%06d", number % 1_000_000);
  }

  public static long stepAt(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), 30L);
  }

  public static OneTimeCode codeAt(TotpSecret secret, Instant time) {
    return parsed(code(secret, stepAt(time)));
  }

  public static OneTimeCode parsed(String digits) {
    return OneTimeCode.parse(digits).orElseThrow();
  }

  private static byte[] hmacSha1(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
