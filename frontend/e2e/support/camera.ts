import { expect, type Locator, type Page } from '@playwright/test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

// The package is CommonJS: what `import` gives is its exports, not its default.
const decode = (jsqr as unknown as { default: typeof jsqr }).default;

/** Reads the QR code that a camera before the screen would see. */
export async function scan(page: Page, picture: Locator): Promise<string> {
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  const found = decode(new Uint8ClampedArray(data), width, height);
  if (found === null) throw new Error('No QR code can be read from the screen');
  return found.data;
}
