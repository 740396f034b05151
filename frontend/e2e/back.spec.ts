import { chromium, type Page } from '@playwright/test';
import { pageContents } from '../src/testing/pageContents';
import { accountAt, fillSignIn, heading, newUsername } from './support/accounts';
import { expect, test } from './support/test';

/**
 * Playwright disables the cache that the Back button restores pages from; real browsers enable it.
 * Some of them keep a `no-store` page there too, so the page must be empty either way.
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

/** Uses the page's own history: Playwright's goBack waits for a load, which a restored page lacks. */
async function leaveAndReturn(page: Page): Promise<void> {
  await page.goto('/?lang=fr');
  await expect(heading(page, 'Se connecter')).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(heading(page, 'Sign in')).toBeVisible();
}

testWithCache('the Back button reveals no generated password', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newUsername());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
  await page.getByRole('button', { name: 'Show password' }).click();
  const field = page.getByLabel('Password', { exact: true });
  const password = await field.inputValue();
  await leaveAndReturn(page);
  expect(await page.evaluate(pageContents)).not.toContain(password);
  await expect(page.getByLabel('Username')).toHaveValue('');
  await expect(field).toHaveValue('');
});

testWithCache('the Back button reveals nothing that was typed', async ({ page, baseURL }) => {
  const account = await accountAt(baseURL ?? '');
  await page.goto('/');
  await fillSignIn(page, account, '123456');
  await leaveAndReturn(page);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Code from your authenticator app')).toHaveValue('');
});
