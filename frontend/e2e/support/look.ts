import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every run keeps its pictures here; `npm run pictures` takes some of them for the README. */
const FOLDER = join(import.meta.dirname, '..', '..', 'target', 'screens');
mkdirSync(FOLDER, { recursive: true });

/** The dots of a hidden password, on hatching: no text to read. */
const HATCHED = /^<input[^>]*input-secret/;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One screen in both themes: no fault that axe knows, and a picture. */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations, incomplete } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations, `${name}, ${colorScheme}`).toEqual([]);
    const unjudged = incomplete
      .filter(({ id }) => id === 'color-contrast')
      .flatMap(({ nodes }) => nodes.map(({ html }) => html))
      .filter((html) => !HATCHED.test(html));
    expect(unjudged, `${name}, ${colorScheme}: contrast that axe could not judge`).toEqual([]);
    await photograph(page, join(FOLDER, `${name}-${colorScheme}.png`));
  }
}

/** A window as tall as the page: Chromium's own full-page pictures forget that there is touch. */
async function photograph(page: Page, path: string): Promise<void> {
  const viewport = page.viewportSize() ?? { width: 0, height: 0 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...viewport, height: Math.max(height, viewport.height) });
  await page.screenshot({ path, animations: 'disabled' });
  await page.setViewportSize(viewport);
}
