import type { Page } from '@playwright/test';
import { pageContents } from '../src/testing/pageContents';
import { scanQrCode } from './support/qr-codes';
import { AuthenticatorApp } from './support/authenticator-app';
import { heading, newUsername, signIn, signUp } from './support/accounts';
import { expect, test } from './support/test';

/** Everything that a browser stores for a page, and the page's URL. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    state: JSON.stringify(history.state),
    entries: history.length,
    url: location.pathname + location.search + location.hash,
  }));

async function reachPassword(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newUsername());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
  return page.getByLabel('Password', { exact: true }).inputValue();
}

test('a sign-up and a sign-in store nothing in the browser', async ({ page }) => {
  await page.goto('/');
  const before = await stored(page);
  const account = await signUp(page);
  const secret = account.app.uri.searchParams.get('secret') ?? '';
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, account);
  await expect(heading(page, /Welcome/)).toBeFocused();
  expect(await stored(page)).toEqual({
    ...before,
    local: [],
    session: [],
    cookies: '',
    databases: 0,
  });

  const content = await page.evaluate(pageContents);
  expect(content).not.toContain(account.password);
  expect(content).not.toContain(secret);
  expect(content).not.toContain(secret.slice(0, 4));
  expect(await page.title()).not.toContain(account.username);
});

test('each screen drops the secrets of the previous one', async ({ page }) => {
  await page.goto('/');
  const password = await reachPassword(page);
  const qrCode = (await page.getByRole('img').getAttribute('src')) ?? '';
  await page.getByRole('button', { name: 'I have saved it' }).click();
  await expect(heading(page, /Add the account/)).toBeFocused();
  expect(await page.evaluate(pageContents)).not.toContain(password);
  expect(await page.evaluate(pageContents)).not.toContain(qrCode);

  const uri = await scanQrCode(page, page.getByRole('img'));
  const groups = (await page.locator('.key-groups').textContent()) ?? '';
  await page.getByRole('button', { name: 'I have added it' }).click();
  await expect(heading(page, /Enter your first code/)).toBeFocused();
  expect(await page.evaluate(pageContents)).not.toContain(groups.slice(0, 9));
  expect(await page.evaluate(pageContents)).not.toContain(new AuthenticatorApp(uri).uri.search);

  await page.getByRole('button', { name: 'Stop and go back to sign-in' }).click();
  await expect(heading(page, 'Sign in')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Username')).toHaveValue('');
});

test('the browser asks before a reload, which clears the page', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.goto('/');
  const password = await reachPassword(page);
  await page.reload();
  expect(dialogs).toEqual(['beforeunload']);
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect(await page.evaluate(pageContents)).not.toContain(password);
});
