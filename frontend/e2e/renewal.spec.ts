import type { Page } from '@playwright/test';
import { accountAt, heading, signIn, takeNewCredentials, type Person } from './support/people';
import { expect, test } from './support/test';

async function expectRefused(page: Page, person: Person): Promise<void> {
  await signIn(page, person);
  await expect(page.getByRole('heading', { name: 'That did not match' })).toBeVisible();
}

test('expired credentials lead into renewal, and stay good for it until its end', async ({
  page,
  shortLived,
}) => {
  const person = await accountAt(shortLived);
  await page.goto(shortLived);
  await page.waitForTimeout(20_000);

  await signIn(page, person);
  await expect(heading(page, 'Your credentials have expired')).toBeFocused();
  await page.getByRole('button', { name: 'Get my new password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
  await expect(page.getByText('Your present password and codes stay good')).toBeVisible();
  await page.getByRole('button', { name: 'Not now: keep my present credentials' }).click();

  await signIn(page, person);
  await expect(heading(page, 'Your credentials have expired')).toBeFocused();
  const old = { ...person };
  await page.getByRole('button', { name: 'Get my new password' }).click();
  await takeNewCredentials(page, person);
  await expect(heading(page, 'Your new credentials are active')).toBeFocused();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expectRefused(page, old);
});

test('renewing early asks for both factors again, and ends the old ones', async ({
  page,
  baseURL,
}) => {
  const person = await accountAt(baseURL ?? '');
  const old = { ...person };
  await page.goto('/');
  await signIn(page, person);
  await page.getByRole('button', { name: 'Renew my credentials' }).click();

  await expect(heading(page, 'Confirm that it is you')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue(person.username);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  const code = page.getByLabel('Code from your authenticator app');
  await code.fill(person.app.wrongCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'That did not match' })).toBeVisible();
  await code.fill(await person.app.freshCode());
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(heading(page, 'It is you')).toBeFocused();
  await page.getByRole('button', { name: 'Get my new password' }).click();
  await takeNewCredentials(page, person);
  await expect(heading(page, 'Your new credentials are active')).toBeFocused();
  expect(person.password).not.toBe(old.password);
  expect(person.app.uri.href).not.toBe(old.app.uri.href);
  await page.getByRole('button', { name: 'Sign out' }).click();

  await expectRefused(page, old);
  await page.reload();
  await signIn(page, person);
  await expect(heading(page, /Welcome/)).toBeFocused();
});
