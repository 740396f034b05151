import { chromium, type Page } from '@playwright/test';
import { onPage } from '../src/testing/onPage';
import { accountAt, fillSignIn, heading, newName } from './support/people';
import { expect, test } from './support/test';

/**
 * Playwright turns off the cache that Back shows pages from; people's browsers have it on. Whether
 * they keep a page there that is `no-store` is theirs to choose: it must be empty either way.
 */
const testWithCache = test.extend({
  page: async ({ launchOptions, locale, baseURL, watch }, use) => {
    const browser = await chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const context = await browser.newContext({
      locale: locale ?? 'en-GB',
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await watch(page);
    await use(page);
    await browser.close();
  },
});

/** By the page's own means: Playwright waits for a load, which need not come from that cache. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.goto('/?lang=fr');
  await expect(heading(page, 'Se connecter')).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(heading(page, 'Sign in')).toBeVisible();
}

testWithCache('Back shows no password that was generated', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newName());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
  await page.getByRole('button', { name: 'Show the password' }).click();
  const field = page.getByLabel('Password', { exact: true });
  const password = await field.inputValue();
  await leaveAndComeBack(page);
  expect(await page.evaluate(onPage)).not.toContain(password);
  await expect(page.getByLabel('Username')).toHaveValue('');
  await expect(field).toHaveValue('');
});

testWithCache('Back shows nothing that was typed', async ({ page, baseURL }) => {
  const person = await accountAt(baseURL ?? '');
  await page.goto('/');
  await fillSignIn(page, person, '123456');
  await leaveAndComeBack(page);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Code from your authenticator app')).toHaveValue('');
});
