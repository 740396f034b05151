package fr.cofrap.tests.user;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Checks what browsers check and ImageIO does not: the signature, each chunk's CRC, and the end.
 */
public final class PngChunks {
  private static final long SIGNATURE = 0x8950_4e47_0d0a_1a0aL;

  private PngChunks() {}

  public static void check(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png);
    assertThat(in.getLong()).as("PNG signature").isEqualTo(SIGNATURE);
    List<String> types = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] typeAndData = new byte[in.getInt() + 4];
      in.get(typeAndData);
      CRC32 crc = new CRC32();
      crc.update(typeAndData);
      String type = new String(typeAndData, 0, 4, US_ASCII);
      assertThat(in.getInt()).as("CRC of " + type).isEqualTo((int) crc.getValue());
      types.add(type);
    }
    assertThat(types).startsWith("IHDR").contains("IDAT").endsWith("IEND");
  }
}
