import { test as base, expect, type Page } from '@playwright/test';

interface Fixtures {
  /** The service with credentials that end after twenty seconds. */
  readonly shortLived: string;
  /** Watches each page: what it must never do fails the test, whatever the test is about. */
  readonly watch: (page: Page) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(process.env['COFRAP_URL']);
  },
  shortLived: async ({}, use) => {
    await use(process.env['COFRAP_SHORT_LIVED_URL'] ?? '');
  },
  watch: async ({ baseURL, shortLived }, use) => {
    const origins = [baseURL, shortLived];
    const faults: string[] = [];
    await use((page) => watchOver(page, origins, faults));
    expect(faults, 'what the page did and never must').toEqual([]);
  },
  page: async ({ page, watch }, use) => {
    await watch(page);
    await use(page);
  },
});

export { expect };

async function watchOver(page: Page, origins: (string | undefined)[], faults: string[]) {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium notes each refused call as an error; that answer is the service's right.
    const refusedCall =
      message.text().startsWith('Failed to load resource') &&
      message.location().url.includes('/function/');
    if (!refusedCall) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isWeb = /^(https?|wss?):$/.test(protocol);
    if (isWeb && !origins.includes(origin)) faults.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (what: string) => faults.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (what: string) => void })
        .reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}
