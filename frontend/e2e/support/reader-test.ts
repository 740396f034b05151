import { Reader } from './reflow';
import { expect, test as base } from './test';

interface Fixtures {
  readonly reader: Reader;
  readonly press: (name: string) => Promise<void>;
  readonly fill: (label: string, text: string) => Promise<void>;
  readonly arriveAt: (title: string) => Promise<void>;
}

/** For tests of the layout that run in both languages, with the texts of its catalogue. */
export const test = base.extend<Fixtures>({
  reader: async ({ page }, use) => use(await Reader.of(page)),
  press: async ({ page }, use) =>
    use((name) => page.getByRole('button', { name, exact: true }).click()),
  fill: async ({ page }, use) =>
    use((label, text) => page.getByLabel(label, { exact: true }).fill(text)),
  arriveAt: async ({ page }, use) =>
    use((title) =>
      expect(page.getByRole('heading', { level: 1 }).filter({ hasText: title })).toBeFocused(),
    ),
});
