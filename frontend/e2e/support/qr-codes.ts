import { expect, type Locator, type Page } from '@playwright/test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

// The package is CommonJS, so `import` yields its exports object instead of its default export.
const decode = (jsqr as unknown as { default: typeof jsqr }).default;

/** Reads a QR code from a screenshot, as a camera in front of the screen would. */
export async function scanQrCode(page: Page, image: Locator): Promise<string> {
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const code = decode(new Uint8ClampedArray(data), width, height);
  if (code === null) throw new Error('No QR code can be read from the screen');
  return code.data;
}
