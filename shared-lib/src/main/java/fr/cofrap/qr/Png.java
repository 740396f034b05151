package fr.cofrap.qr;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes black-and-white images: PNG (RFC 2083), one bit per pixel, no filter, no interlace. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BIT_DEPTH = 1;
  private static final byte GRAYSCALE = 0;
  private static final byte[] DEFLATE_ADAPTIVE_NOT_INTERLACED = {0, 0, 0};
  private static final int CHUNK_OVERHEAD = 12;
  private static final int HEADER_BYTES = 13;

  private Png() {}

  /** Which pixels are black. */
  @FunctionalInterface
  interface Pixels {
    boolean isBlack(int x, int y);
  }

  static byte[] blackOnWhite(int width, int height, Pixels pixels) {
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .putInt(width)
            .putInt(height)
            .put(BIT_DEPTH)
            .put(GRAYSCALE)
            .put(DEFLATE_ADAPTIVE_NOT_INTERLACED)
            .array();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header));
    png.writeBytes(chunk("IDAT", deflated(scanlines(width, height, pixels))));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** Each line is a filter byte (0, none) and its pixels, the leftmost in the highest bit. */
  private static byte[] scanlines(int width, int height, Pixels pixels) {
    int lineBytes = 1 + (width + 7) / 8;
    byte[] lines = new byte[lineBytes * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (!pixels.isBlack(x, y)) {
          lines[y * lineBytes + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return lines;
  }

  private static byte[] deflated(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk =
        ByteBuffer.allocate(data.length + CHUNK_OVERHEAD)
            .putInt(data.length)
            .put(type.getBytes(US_ASCII))
            .put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), Integer.BYTES, Integer.BYTES + data.length);
    return chunk.putInt((int) crc.getValue()).array();
  }
}
