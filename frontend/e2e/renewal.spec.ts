import type { Page } from '@playwright/test';
import {
  accountAt,
  expiredAccountAt,
  heading,
  signIn,
  takeNewCredentials,
  type Account,
} from './support/accounts';
import { expect, test } from './support/test';

async function expectRejected(page: Page, account: Account): Promise<void> {
  await signIn(page, account);
  await expect(page.getByRole('heading', { name: 'These details are incorrect' })).toBeVisible();
}

test('expired credentials lead to renewal and can restart it until it is finished', async ({
  page,
  shortLived,
}) => {
  const account = await expiredAccountAt(shortLived);
  await page.goto(shortLived);
  await signIn(page, account);
  await expect(heading(page, 'Your credentials have expired')).toBeFocused();
  await page.getByRole('button', { name: 'Get my new password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
  await expect(page.getByText('Your current password and codes keep working')).toBeVisible();
  await page.getByRole('button', { name: 'Not now: keep my current credentials' }).click();

  await signIn(page, account);
  await expect(heading(page, 'Your credentials have expired')).toBeFocused();
  const old = { ...account };
  await page.getByRole('button', { name: 'Get my new password' }).click();
  await takeNewCredentials(page, account);
  await expect(heading(page, 'Your new credentials are active')).toBeFocused();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectRejected(page, old);
});

test('renewing early asks for both factors again, and invalidates the old ones', async ({
  page,
  baseURL,
}) => {
  const account = await accountAt(baseURL ?? '');
  const old = { ...account };
  await page.goto('/');
  await signIn(page, account);
  await page.getByRole('button', { name: 'Renew my credentials' }).click();

  await expect(heading(page, 'Confirm your identity')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue(account.username);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  const code = page.getByLabel('Code from your authenticator app');
  await code.fill(account.app.wrongCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'These details are incorrect' })).toBeVisible();
  await code.fill(await account.app.freshCode());
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(heading(page, 'Identity confirmed')).toBeFocused();
  await page.getByRole('button', { name: 'Get my new password' }).click();
  await takeNewCredentials(page, account);
  await expect(heading(page, 'Your new credentials are active')).toBeFocused();
  expect(account.password).not.toBe(old.password);
  expect(account.app.uri.href).not.toBe(old.app.uri.href);
  await page.getByRole('button', { name: 'Sign out' }).click();

  await expectRejected(page, old);
  await page.reload();
  await signIn(page, account);
  await expect(heading(page, /Welcome/)).toBeFocused();
});
