import type { Page } from '@playwright/test';
import { AuthenticatorApp } from './support/authenticator-app';
import { accountAt, heading, newUsername, signIn } from './support/accounts';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

/** Nothing overflows (640 px is a desktop at 200 %, 320 px at 400 %), and touch targets are big enough. */
async function fits(page: Page): Promise<void> {
  for (const width of [640, 360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow(), `overflow at ${width} px`).toBe(0);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  for (const control of await page.locator('button, a, input').all()) {
    const box = await control.boundingBox();
    expect.soft(box?.height, await control.innerText()).toBeGreaterThanOrEqual(44);
    expect.soft(box?.width, await control.innerText()).toBeGreaterThanOrEqual(44);
  }
}

test('signs up on a phone that also has the authenticator app', async ({ page }) => {
  await page.goto('/');
  await fits(page);
  await page.getByRole('button', { name: 'Sign in' }).tap();
  await fits(page);
  await page.getByRole('button', { name: 'Create an account' }).tap();
  await expect(page.getByText('Step 1 of 4')).toBeVisible();
  await fits(page);
  await page.getByLabel('Username').fill(newUsername());
  await page.getByRole('button', { name: 'Generate my password' }).tap();

  await expect(page.getByText('Step 2 of 4')).toBeVisible();
  await page.getByRole('button', { name: 'Show password' }).tap();
  await fits(page);
  const field = page.getByLabel('Password', { exact: true });
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    const hidden = await field.evaluate((input) => input.scrollWidth - input.clientWidth);
    expect(hidden, `hidden part of the password at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'I have saved it' }).tap();

  await expect(page.getByText('Step 3 of 4')).toBeVisible();
  await fits(page);
  const link = page.getByRole('link', { name: 'Open in my authenticator app' });
  await expect(link).toBeVisible();
  const app = new AuthenticatorApp((await link.getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'I have added it' }).tap();

  await expect(page.getByText('Step 4 of 4')).toBeVisible();
  await fits(page);
  await page.getByLabel('Code from your authenticator app').fill(await app.freshCode());
  await page.getByRole('button', { name: 'Activate my account' }).tap();
  await expect(heading(page, 'Your account is ready')).toBeVisible();
  await fits(page);
});

test('the longest username fits', async ({ page, baseURL }) => {
  const account = await accountAt(baseURL ?? '', newUsername().padEnd(64, 'm'));
  await page.goto('/');
  await signIn(page, account);
  await expect(heading(page, `Welcome, ${account.username}`)).toBeVisible();
  await fits(page);
});

test('the link to the app opens without asking whether to leave the page', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).tap();
  await page.getByLabel('Username').fill(newUsername());
  await page.getByRole('button', { name: 'Generate my password' }).tap();
  await page.getByRole('button', { name: 'I have saved it' }).tap();
  await page.clock.setFixedTime(Date.now());
  const unload = page.evaluate(
    () => new Promise<void>((resolve) => addEventListener('beforeunload', () => resolve())),
  );
  await page.getByRole('link', { name: 'Open in my authenticator app' }).tap();
  await unload;
  expect(dialogs).toEqual([]);
  await expect(heading(page, /Add the account/)).toBeVisible();
  await page.clock.setFixedTime(Date.now() + 2000);
  await page.reload();
  expect(dialogs).toEqual(['beforeunload']);
});
