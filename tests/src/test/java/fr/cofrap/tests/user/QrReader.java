package fr.cofrap.tests.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Reads QR codes from perfect images. Without the hint, ZXing searches as in a photograph, and
 * occasionally mistakes other modules for the code's corners.
 */
public final class QrReader {
  private static final String PREFIX = "data:image/png;base64,";

  private QrReader() {}

  public static String read(String dataUri) {
    assertThat(dataUri).startsWith(PREFIX);
    byte[] png = Base64.getDecoder().decode(dataUri.substring(PREFIX.length()));
    PngChunks.check(png);
    BufferedImage image = image(png);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    try {
      var bitmap =
          new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
      return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true)).getText();
    } catch (ReaderException e) {
      throw new AssertionError("The image contains no readable QR code", e);
    }
  }

  private static BufferedImage image(byte[] png) {
    try {
      return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "not an image");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
