import { test as base, expect, type Page } from '@playwright/test';

interface Fixtures {
  /** The URL of a service whose credentials expire as soon as they are active. */
  readonly shortLived: string;
  /** The URL of a service where nobody can sign up. */
  readonly closed: string;
  /** Watches a page and fails the test if the page does something that no page may do. */
  readonly watch: (page: Page) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(process.env['COFRAP_URL']);
  },
  shortLived: async ({}, use) => {
    await use(process.env['COFRAP_SHORT_LIVED_URL'] ?? '');
  },
  closed: async ({}, use) => {
    await use(process.env['COFRAP_CLOSED_URL'] ?? '');
  },
  watch: async ({ baseURL, shortLived, closed }, use) => {
    const origins = [baseURL, shortLived, closed];
    const violations: string[] = [];
    await use((page) => watchOver(page, origins, violations));
    expect(violations, 'violations on any page').toEqual([]);
  },
  page: async ({ page, watch }, use) => {
    await watch(page);
    await use(page);
  },
});

export { expect };

async function watchOver(page: Page, origins: (string | undefined)[], violations: string[]) {
  page.on('pageerror', (error) => violations.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium logs every 4xx and 5xx response as an error, but the service may send those.
    const isRejectedRequest =
      message.text().startsWith('Failed to load resource') &&
      message.location().url.includes('/function/');
    if (!isRejectedRequest) violations.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isWeb = /^(https?|wss?):$/.test(protocol);
    if (isWeb && !origins.includes(origin)) violations.push(`request: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (violation: string) =>
    violations.push(`policy: ${violation}`),
  );
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (violation: string) => void })
        .reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}
