import { expect, type CDPSession, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A font that some people use for all pages because it is easier for them to read: 44 % wider than
 * DejaVu Sans and 60 % wider than Arial. It is bundled with the tests, so that every machine gets the
 * same measurements; installed fonts differ between machines.
 */
const FONT = readFileSync(
  join(
    import.meta.dirname,
    '../../node_modules/@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2',
  ),
  'base64',
);
const WIDER = 1.25;
/** The browser default, and twice that, which browsers call "very large" (WCAG 1.4.4). */
const TEXT_SIZES = { normal: 16, double: 32 };

interface Layout {
  readonly width: number;
  readonly wide: boolean;
  readonly text: keyof typeof TEXT_SIZES;
}

/** 640 and 320 pixels are a desktop at 200 % (WCAG 1.4.4) and at 400 % (WCAG 1.4.10). */
const LAYOUTS: readonly Layout[] = [
  { width: 320, wide: false, text: 'normal' },
  { width: 320, wide: true, text: 'normal' },
  { width: 640, wide: true, text: 'normal' },
  { width: 1280, wide: true, text: 'double' },
  { width: 320, wide: true, text: 'double' },
];

/** Displays a screen as it appears to people who change the font, the text size or the zoom. */
export class Reader {
  readonly #page: Page;
  readonly #browser: CDPSession;

  private constructor(page: Page, browser: CDPSession) {
    this.#page = page;
    this.#browser = browser;
  }

  static async of(page: Page): Promise<Reader> {
    return new Reader(page, await page.context().newCDPSession(page));
  }

  /** Expects that no element is cut off, sticks out of the window, or is narrower than its content. */
  async fits(screen: string): Promise<void> {
    const viewport = this.#page.viewportSize() ?? { width: 1280, height: 900 };
    for (const layout of LAYOUTS) {
      await this.#show(layout);
      const { width, wide, text } = layout;
      const where = `${screen}, ${width} px${wide ? ', wide font' : ''}, ${text} text size`;
      expect.soft(await this.#page.evaluate(overflows), where).toEqual([]);
    }
    await this.#show({ ...viewport, wide: false, text: 'normal' });
  }

  async #show({ width, wide, text }: Layout): Promise<void> {
    const standard = TEXT_SIZES[text];
    await this.#browser.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
    await this.#page.setViewportSize({ width, height: 900 });
    const widening = await this.#page.evaluate(setFont, wide ? FONT : null);
    expect(widening, 'the wide font against the page’s own').toBeGreaterThan(wide ? WIDER : 0.99);
    const root = await this.#page.evaluate(
      () => getComputedStyle(document.documentElement).fontSize,
    );
    expect(root, 'the text size').toBe(`${standard * 1.125}px`);
  }
}

/**
 * Runs in the page. Returns how much wider its text became. The page's policy blocks fonts and styles
 * from other origins; bytes and a style sheet that a script passes in do not count as such.
 */
async function setFont(bytes: string | null): Promise<number> {
  const text = document.querySelector('h1 + .lead') ?? document.body;
  const widthOf = () => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return Array.from(range.getClientRects()).reduce((sum, { width }) => sum + width, 0);
  };
  document.adoptedStyleSheets = [];
  const before = widthOf();
  if (bytes === null) return 1;
  if (document.fonts.size === 0) {
    const face = new FontFace('Wide', Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)).buffer);
    document.fonts.add(await face.load());
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { font-family: Wide !important; }');
  document.adoptedStyleSheets = [sheet];
  return widthOf() / before;
}

/** Runs in the page. Lists what does not fit and by how much, innermost elements only. */
function overflows(): string[] {
  const faults = new Map<Element, string>();
  const window = document.documentElement.clientWidth;
  for (const element of document.querySelectorAll('body *')) {
    const { left, right } = element.getBoundingClientRect();
    const { clipPath, display } = getComputedStyle(element);
    // For screen readers only.
    if (clipPath !== 'none' || element.closest('.visually-hidden') !== null) continue;
    const beyond = Math.max(right - window, -left);
    // An input scrolls its content.
    const holds = display !== 'inline' && !(element instanceof HTMLInputElement);
    const inside = holds ? element.scrollWidth - element.clientWidth : 0;
    if (beyond > 0.5) faults.set(element, `sticks out of the window by ${beyond.toFixed(1)} px`);
    else if (inside > 1) faults.set(element, `is ${inside} px too narrow for its content`);
  }
  const innermost = Array.from(faults).filter(
    ([element]) =>
      !Array.from(faults.keys()).some((other) => other !== element && element.contains(other)),
  );
  const nameOf = (element: Element) => {
    const name = element.getAttribute('name') ?? element.textContent.trim().slice(0, 30);
    return `<${element.tagName.toLowerCase()} class="${element.className}"> ${name}`;
  };
  return innermost.map(([element, fault]) => `${nameOf(element)} ${fault}`);
}
