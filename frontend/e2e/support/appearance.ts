import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every run keeps its screenshots here; `npm run pictures` copies some of them for the README. */
const FOLDER = join(import.meta.dirname, '..', '..', 'target', 'screens');
mkdirSync(FOLDER, { recursive: true });

/** The dots of a hidden password, on a hatched background, are not text. */
const HATCHED = /^<input[^>]*input-secret/;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects no accessibility violations in either theme, and takes a screenshot of each. */
export async function checkAppearance(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations, incomplete } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations, `${name}, ${colorScheme}`).toEqual([]);
    const undetermined = incomplete
      .filter(({ id }) => id === 'color-contrast')
      .flatMap(({ nodes }) => nodes.map(({ html }) => html))
      .filter((html) => !HATCHED.test(html));
    expect(undetermined, `${name}, ${colorScheme}: contrast that axe could not determine`).toEqual(
      [],
    );
    await takeScreenshot(page, join(FOLDER, `${name}-${colorScheme}.png`));
  }
}

/** Makes the window as tall as the page: Chromium's full-page screenshots ignore touch emulation. */
async function takeScreenshot(page: Page, path: string): Promise<void> {
  const viewport = page.viewportSize() ?? { width: 0, height: 0 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...viewport, height: Math.max(height, viewport.height) });
  await page.screenshot({ path, animations: 'disabled' });
  await page.setViewportSize(viewport);
}
