import type { Page } from '@playwright/test';
import { scanQrCode } from './support/qr-codes';
import { AuthenticatorApp } from './support/authenticator-app';
import { heading, newUsername } from './support/accounts';
import { expect, test } from './support/test';

/** Presses Tab until the control with this name has the focus, which must be visible. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name });
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toHaveCSS('outline-style', 'solid');
      return;
    }
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

test('signs up and signs in without a mouse', async ({ page }) => {
  const username = newUsername();
  await page.goto('/');
  await tabTo(page, 'button', 'Create an account');
  await page.keyboard.press('Enter');
  await expect(heading(page, /Choose a username/)).toBeFocused();
  await tabTo(page, 'textbox', 'Username');
  await page.keyboard.type(`${username}\n`);

  await expect(heading(page, /Save your password/)).toBeFocused();
  await tabTo(page, 'button', 'Show password');
  await page.keyboard.press('Space');
  const password = await page.getByLabel('Password', { exact: true }).inputValue();
  await tabTo(page, 'button', 'Copy password');
  await tabTo(page, 'button', 'I have saved it');
  await page.keyboard.press('Enter');

  await expect(heading(page, /Add the account/)).toBeFocused();
  const app = new AuthenticatorApp(await scanQrCode(page, page.getByRole('img')));
  await tabTo(page, 'button', 'Copy key');
  await tabTo(page, 'button', 'I have added it');
  await page.keyboard.press('Enter');

  await expect(heading(page, /Enter your first code/)).toBeFocused();
  await tabTo(page, 'textbox', 'Code from your authenticator app');
  await page.keyboard.type(await app.freshCode());
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Your account is ready')).toBeFocused();
  await tabTo(page, 'button', 'Sign out');
  await page.keyboard.press('Enter');

  await expect(heading(page, 'Sign in')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(username);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code from your authenticator app')).toBeFocused();
  await page.keyboard.type(await app.freshCode());
  await page.keyboard.press('Enter');
  await expect(heading(page, /Welcome/)).toBeFocused();
});
