import type { Page } from '@playwright/test';
import { AuthenticatorApp } from './support/one-time-codes';
import { accountAt, heading, newName, signIn } from './support/people';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

/** Nothing sticks out (640 is a desktop at 200 %, 320 at 400 %); a finger hits every control. */
async function fits(page: Page): Promise<void> {
  for (const width of [640, 360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    const beyond = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await beyond(), `pixels beyond ${width}`).toBe(0);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  for (const control of await page.locator('button, a, input').all()) {
    const box = await control.boundingBox();
    expect.soft(box?.height, await control.innerText()).toBeGreaterThanOrEqual(44);
    expect.soft(box?.width, await control.innerText()).toBeGreaterThanOrEqual(44);
  }
}

test('a sign-up on a phone, with the app on the same phone', async ({ page }) => {
  await page.goto('/');
  await fits(page);
  await page.getByRole('button', { name: 'Sign in' }).tap();
  await fits(page);
  await page.getByRole('button', { name: 'Create an account' }).tap();
  await expect(page.getByText('Step 1 of 4')).toBeVisible();
  await fits(page);
  await page.getByLabel('Username').fill(newName());
  await page.getByRole('button', { name: 'Generate my password' }).tap();

  await expect(page.getByText('Step 2 of 4')).toBeVisible();
  await page.getByRole('button', { name: 'Show the password' }).tap();
  await fits(page);
  const field = page.getByLabel('Password', { exact: true });
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    const hidden = await field.evaluate((input) => input.scrollWidth - input.clientWidth);
    expect(hidden, `pixels of the password that do not show at ${width}`).toBeLessThanOrEqual(0);
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

test('the longest name fits', async ({ page, baseURL }) => {
  const person = await accountAt(baseURL ?? '', newName().padEnd(64, 'm'));
  await page.goto('/');
  await signIn(page, person);
  await expect(heading(page, `Welcome, ${person.username}`)).toBeVisible();
  await fits(page);
});

test('the link to the app does not ask whether to leave the page', async ({ page }) => {
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).tap();
  await page.getByLabel('Username').fill(newName());
  await page.getByRole('button', { name: 'Generate my password' }).tap();
  await page.getByRole('button', { name: 'I have saved it' }).tap();
  await page.getByRole('link', { name: 'Open in my authenticator app' }).tap();
  await page.waitForTimeout(1500);
  expect(questions).toEqual([]);
  await expect(heading(page, /Add the account/)).toBeVisible();
  await page.reload();
  expect(questions).toEqual(['beforeunload']);
});
