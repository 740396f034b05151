import { scanQrCode } from './support/qr-codes';
import { heading, newUsername, signIn, signUp } from './support/accounts';
import { expect, test } from './support/test';

test('creates an account from the scanned QR codes, and signs in twice', async ({ page }) => {
  await page.goto('/');
  const account = await signUp(page);
  await expect(page.getByText('None: this is your first.')).toBeVisible();
  expect(account.app.uri.href).toContain(`otpauth://totp/COFRAP:${account.username}?secret=`);
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(page, account);
  await expect(heading(page, `Welcome, ${account.username}`)).toBeFocused();
  const previous = page.locator('dt', { hasText: 'Previous sign-in' }).locator('+ dd time');
  const age = Date.now() - Date.parse((await previous.getAttribute('datetime')) ?? '');
  expect(age).toBeLessThan(5 * 60_000);
  const end = page.locator('dt', { hasText: 'Credentials expire' }).locator('+ dd time');
  const days = (Date.parse((await end.getAttribute('datetime')) ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(179);
  expect(days).toBeLessThan(186);
});

test('QR codes, visible texts and copied texts agree', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newUsername());
  await page.keyboard.press('Enter');

  await expect(heading(page, /Save your password/)).toBeFocused();
  const field = page.getByLabel('Password', { exact: true });
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  const password = await scanQrCode(
    page,
    page.getByRole('img', { name: /QR code of your password/ }),
  );
  expect(password).toMatch(/^[!-~]{24}$/);
  await expect(field).toHaveValue(password);
  await page.getByRole('button', { name: 'Copy password' }).click();
  await expect(page.getByRole('status').getByText('Password copied.')).toBeAttached();
  expect(await clipboard()).toBe(password);
  await page.getByRole('button', { name: 'I have saved it' }).click();

  await expect(heading(page, /Add the account/)).toBeFocused();
  const uri = await scanQrCode(page, page.getByRole('img', { name: /QR code for your auth/ }));
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const shown = (await page.locator('.key-groups').textContent()) ?? '';
  expect(shown).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(shown.replaceAll(' ', '')).toBe(secret);
  await page.getByRole('button', { name: 'Copy key' }).click();
  await expect.poll(clipboard).toBe(secret);
  await expect(page.locator('a[href^="otpauth:"]')).toHaveAttribute('href', uri);
});

test('password managers and phones recognize the fields, which accept pasted values', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await expect(page.getByLabel('Username')).toHaveAttribute('autocomplete', 'username');
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('autocomplete', 'current-password');
  await expect(password).toHaveAttribute('type', 'password');
  const code = page.getByLabel('Code from your authenticator app');
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(code).toHaveAttribute('inputmode', 'numeric');

  await page.evaluate(() => navigator.clipboard.writeText('qV7#mK2$xT9!bR4%wN6&zJ3*'));
  await password.focus();
  await page.keyboard.press('Control+V');
  await expect(password).toHaveValue('qV7#mK2$xT9!bR4%wN6&zJ3*');
  await page.evaluate(() => navigator.clipboard.writeText('123 456'));
  await code.focus();
  await page.keyboard.press('Control+V');
  await expect(code).toHaveValue('123456');
});
