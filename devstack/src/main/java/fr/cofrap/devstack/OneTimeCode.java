package fr.cofrap.devstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator for the terminal: prints the code of this moment (RFC 6238, SHA-1, 6 digits).
 */
public final class OneTimeCode {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private OneTimeCode() {}

  /** Reads the secret, in base32, from standard input: arguments are seen by every user. */
  public static void main(String[] arguments) throws GeneralSecurityException, IOException {
    String secret = new String(System.in.readAllBytes(), UTF_8).strip();
    if (!secret.matches("([A-Z2-7]{8})+")) {
      System.err.println("usage: one-time-code, with a secret in base32 on standard input");
      System.exit(2);
    }
    System.out.println(at(secret, Instant.now()));
  }

  static String at(String secret, Instant time) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
    long step = Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return "%06d".formatted(number % 1_000_000);
  }

  /** Eight letters are five bytes: whole groups only. */
  private static byte[] decode(String base32) {
    BigInteger bits = BigInteger.ONE;
    for (int i = 0; i < base32.length(); i++) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(base32.charAt(i))));
    }
    byte[] withLeadingOne = bits.toByteArray();
    byte[] bytes = new byte[withLeadingOne.length - 1];
    System.arraycopy(withLeadingOne, 1, bytes, 0, bytes.length);
    return bytes;
  }
}
