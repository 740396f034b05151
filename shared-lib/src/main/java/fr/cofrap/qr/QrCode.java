package fr.cofrap.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Base64;
import java.util.Map;

/**
 * Text as a QR code (ISO/IEC 18004), with error correction L and a quiet zone of four modules.
 *
 * <p>A screen does not get scratched like a label: the fewer modules, the easier it is to scan.
 */
public final class QrCode {
  private static final int PIXELS_PER_MODULE = 8;
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, 4);

  private QrCode() {}

  /**
   * The QR code of a text, for the {@code src} of an image.
   *
   * @param text ASCII
   * @return {@code data:image/png;base64,…}, an image that decodes to exactly the text
   */
  public static String dataUri(String text) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text));
  }

  static byte[] png(String text) {
    try {
      BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
      return Png.blackOnWhite(
          modules.getWidth() * PIXELS_PER_MODULE,
          modules.getHeight() * PIXELS_PER_MODULE,
          (x, y) -> modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("the text does not fit a QR code", e);
    }
  }
}
