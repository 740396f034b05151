import { look } from './support/look';
import {
  accountAt,
  fillSignIn,
  heading,
  newName,
  signIn,
  takeNewCredentials,
} from './support/people';
import { expect, test } from './support/test';

for (const [device, viewport] of [
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test.describe(device, () => {
    test.use({ viewport, hasTouch: device === 'phone', isMobile: device === 'phone' });

    test('a sign-up looks right and axe finds nothing', async ({ page }) => {
      await page.goto('/');
      await look(page, `${device}-sign-in`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByText('Enter your password.')).toBeVisible();
      await look(page, `${device}-sign-in-errors`);

      await page.getByRole('button', { name: 'Create an account' }).click();
      await expect(heading(page, /Choose a username/)).toBeFocused();
      await look(page, `${device}-choose-username`);

      await page.getByLabel('Username').fill(newName());
      await page.getByRole('button', { name: 'Generate my password' }).click();
      await expect(heading(page, /Save your password/)).toBeFocused();
      await look(page, `${device}-save-password`);
      await page.getByRole('button', { name: 'Show the password' }).click();
      await look(page, `${device}-save-password-shown`);

      await page.getByRole('button', { name: 'I have saved it' }).click();
      await expect(heading(page, /Add the account/)).toBeFocused();
      await look(page, `${device}-authenticator`);
      await page.getByRole('button', { name: 'I have added it' }).click();
      await expect(heading(page, /Enter your first code/)).toBeFocused();
      await look(page, `${device}-first-code`);
    });

    test('an expiry looks right and axe finds nothing', async ({ page, shortLived }) => {
      const person = await accountAt(shortLived);
      await page.goto(shortLived);
      await signIn(page, person);
      await expect(heading(page, /Welcome/)).toBeFocused();
      await look(page, `${device}-signed-in`);
      await page.getByRole('button', { name: 'Renew my credentials' }).click();
      await expect(heading(page, /Confirm that it is you/)).toBeFocused();
      await look(page, `${device}-confirm-identity`);
      await page.getByRole('button', { name: 'Not now' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();

      await fillSignIn(page, person, person.app.wrongCode());
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { name: 'That did not match' })).toBeVisible();
      await look(page, `${device}-sign-in-refused`);

      await page.waitForTimeout(20_000);
      await signIn(page, person);
      await expect(heading(page, /have expired/)).toBeFocused();
      await look(page, `${device}-expired`);
      await page.getByRole('button', { name: 'Get my new password' }).click();
      await takeNewCredentials(page, person);
      await expect(heading(page, /new credentials are active/)).toBeFocused();
      await look(page, `${device}-renewed`);
    });
  });
}
