import type { Page } from '@playwright/test';
import { onPage } from '../src/testing/onPage';
import { scan } from './support/camera';
import { AuthenticatorApp } from './support/one-time-codes';
import { heading, newName, signIn, signUp } from './support/people';
import { expect, test } from './support/test';

/** All that a browser keeps for a page, and where it is. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    state: JSON.stringify(history.state),
    entries: history.length,
    address: location.pathname + location.search + location.hash,
  }));

async function reachPassword(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newName());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
  return page.getByLabel('Password', { exact: true }).inputValue();
}

test('a whole sign-up and sign-in leave nothing in the browser', async ({ page }) => {
  await page.goto('/');
  const before = await kept(page);
  const person = await signUp(page);
  const secret = person.app.uri.searchParams.get('secret') ?? '';
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, person);
  await expect(heading(page, /Welcome/)).toBeFocused();
  expect(await kept(page)).toEqual({
    ...before,
    local: [],
    session: [],
    cookies: '',
    databases: 0,
  });

  const content = await page.evaluate(onPage);
  expect(content).not.toContain(person.password);
  expect(content).not.toContain(secret);
  expect(content).not.toContain(secret.slice(0, 4));
  expect(await page.title()).not.toContain(person.username);
});

test('each screen drops what the one before it showed', async ({ page }) => {
  await page.goto('/');
  const password = await reachPassword(page);
  const picture = (await page.getByRole('img').getAttribute('src')) ?? '';
  await page.getByRole('button', { name: 'I have saved it' }).click();
  await expect(heading(page, /Add the account/)).toBeFocused();
  expect(await page.evaluate(onPage)).not.toContain(password);
  expect(await page.evaluate(onPage)).not.toContain(picture);

  const uri = await scan(page, page.getByRole('img'));
  const groups = (await page.locator('.key-groups').textContent()) ?? '';
  await page.getByRole('button', { name: 'I have added it' }).click();
  await expect(heading(page, /Enter your first code/)).toBeFocused();
  expect(await page.evaluate(onPage)).not.toContain(groups.slice(0, 9));
  expect(await page.evaluate(onPage)).not.toContain(new AuthenticatorApp(uri).uri.search);

  await page.getByRole('button', { name: 'Stop and go back to sign-in' }).click();
  await expect(heading(page, 'Sign in')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Username')).toHaveValue('');
});

test('a reload shows nothing, after the browser has asked', async ({ page }) => {
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await page.goto('/');
  const password = await reachPassword(page);
  await page.reload();
  expect(questions).toEqual(['beforeunload']);
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect(await page.evaluate(onPage)).not.toContain(password);
});
