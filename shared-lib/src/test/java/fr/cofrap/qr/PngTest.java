package fr.cofrap.qr;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngTest {
  @Test
  void preservesEveryPixelAtEverySize() throws IOException {
    Random random = new Random(2083);
    for (int width = 1; width <= 33; width++) {
      int height = 1 + random.nextInt(40);
      boolean[][] black = new boolean[width][height];
      for (boolean[] column : black) {
        for (int y = 0; y < height; y++) {
          column[y] = random.nextBoolean();
        }
      }
      BufferedImage image = image(Png.blackOnWhite(width, height, (x, y) -> black[x][y]));
      assertThat(image.getWidth()).isEqualTo(width);
      assertThat(image.getHeight()).isEqualTo(height);
      for (int x = 0; x < width; x++) {
        for (int y = 0; y < height; y++) {
          assertThat(image.getRGB(x, y)).isEqualTo(black[x][y] ? 0xFF000000 : 0xFFFFFFFF);
        }
      }
    }
  }

  @Test
  void hasASignatureAndThreeCompleteChunks() {
    ByteBuffer png = ByteBuffer.wrap(Png.blackOnWhite(300, 300, (x, y) -> (x ^ y) % 3 == 0));
    assertThat(png.getLong()).isEqualTo(0x89504E470D0A1A0AL);
    List<String> types = new ArrayList<>();
    while (png.hasRemaining()) {
      int length = png.getInt();
      byte[] typeAndData = new byte[Integer.BYTES + length];
      png.get(typeAndData);
      types.add(new String(typeAndData, 0, Integer.BYTES, US_ASCII));
      CRC32 crc = new CRC32();
      crc.update(typeAndData);
      assertThat(png.getInt()).as("CRC of %s", types.getLast()).isEqualTo((int) crc.getValue());
    }
    assertThat(types).containsExactly("IHDR", "IDAT", "IEND");
  }

  @Test
  void declaresOneBitGrayscale() {
    ByteBuffer header = ByteBuffer.wrap(Png.blackOnWhite(17, 9, (x, y) -> true), 16, 13).slice();
    assertThat(header.getInt()).isEqualTo(17);
    assertThat(header.getInt()).isEqualTo(9);
    byte[] rest = new byte[5];
    header.get(rest);
    assertThat(rest).containsExactly(1, 0, 0, 0, 0);
  }

  @Test
  void writesMoreDataThanOneBufferHolds() throws IOException {
    Random random = new Random(1);
    byte[] noise = Png.blackOnWhite(400, 400, (x, y) -> random.nextBoolean());
    assertThat(noise).hasSizeGreaterThan(3 * 4096);
    assertThat(image(noise).getHeight()).isEqualTo(400);
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
