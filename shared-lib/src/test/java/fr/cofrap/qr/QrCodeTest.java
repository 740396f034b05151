package fr.cofrap.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.cofrap.SeededRandom;
import fr.cofrap.password.PasswordGenerator;
import fr.cofrap.totp.OtpauthUri;
import fr.cofrap.totp.TotpSecret;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class QrCodeTest {
  private static final String PREFIX = "data:image/png;base64,";

  /** Otherwise the reader searches as in a photograph, and misses one perfect image in 200. */
  private static final Map<DecodeHintType, Boolean> UPRIGHT =
      Map.of(DecodeHintType.PURE_BARCODE, true);

  @BeforeAll
  static void readImagesWithoutTemporaryFiles() {
    ImageIO.setUseCache(false);
  }

  @Test
  void decodesToAThousandPasswords() {
    PasswordGenerator generator = new PasswordGenerator(new SeededRandom(18_004));
    for (int i = 0; i < 1000; i++) {
      assertDecodes(generator.generate().revealToOwner());
    }
  }

  @Test
  void decodesToEveryPrintableAsciiCharacter() {
    String all =
        IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
    assertDecodes(all);
    all.chars().forEach(c -> assertDecodes(Character.toString(c) + "x"));
  }

  @Test
  void decodesToOtpauthUrisWithShortAndLongNames() {
    SeededRandom random = new SeededRandom(1);
    for (int length = 3; length <= 64; length++) {
      String name = "michel.ranu-_9".repeat(5).substring(0, length);
      assertDecodes(OtpauthUri.of("COFRAP", name, TotpSecret.random(random)));
    }
    assertDecodes(OtpauthUri.of("\u00E9 &".repeat(16), "a".repeat(64), TotpSecret.random(random)));
  }

  @Test
  void drawsEightPixelsPerModuleAndAQuietZoneOfFourModules() throws IOException {
    BufferedImage image = image(QrCode.dataUri("Ab3!Ab3!Ab3!Ab3!Ab3!Ab3!"));
    assertThat(image.getWidth()).isEqualTo(image.getHeight()).isEqualTo((25 + 2 * 4) * 8);
    for (int along = 0; along < image.getWidth(); along++) {
      for (int depth = 0; depth < 4 * 8; depth++) {
        assertThat(image.getRGB(along, depth)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(depth, along)).isEqualTo(0xFFFFFFFF);
      }
    }
    assertThat(image.getRGB(4 * 8, 4 * 8)).isEqualTo(0xFF000000);
  }

  @Test
  void rejectsTextThatDoesNotFitACode() {
    assertThatThrownBy(() -> QrCode.dataUri("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertDecodes(String text) {
    try {
      BufferedImage image = image(QrCode.dataUri(text));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      assertThat(new QRCodeReader().decode(bitmap, UPRIGHT).getText()).isEqualTo(text);
    } catch (IOException | ReaderException e) {
      throw new AssertionError("no reader decodes " + text, e);
    }
  }

  private static BufferedImage image(String dataUri) throws IOException {
    assertThat(dataUri).startsWith(PREFIX);
    return ImageIO.read(
        new ByteArrayInputStream(Base64.getDecoder().decode(dataUri.substring(PREFIX.length()))));
  }
}
