import type { Route } from '@playwright/test';
import type { Authenticated } from '../src/shared/api/schema';
import { checkAppearance } from './support/appearance';
import {
  accountAt,
  expiredAccountAt,
  fillSignIn,
  heading,
  newUsername,
  signIn,
  takeNewCredentials,
} from './support/accounts';
import { expect, test } from './support/test';

const LOGIN = '**/function/authenticate-user';

for (const [device, viewport] of [
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 360, height: 740 }],
] as const) {
  test.describe(device, () => {
    test.use({ viewport, hasTouch: device === 'phone', isMobile: device === 'phone' });

    test('a sign-up looks right, and axe finds nothing', async ({ page }) => {
      await page.goto('/');
      await checkAppearance(page, `${device}-sign-in`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByText('Enter your password.')).toBeVisible();
      await checkAppearance(page, `${device}-sign-in-errors`);

      await page.getByRole('button', { name: 'Create an account' }).click();
      await expect(heading(page, /Choose a username/)).toBeFocused();
      await checkAppearance(page, `${device}-choose-username`);

      await page.getByLabel('Username').fill(newUsername());
      await page.getByRole('button', { name: 'Generate my password' }).click();
      await expect(heading(page, /Save your password/)).toBeFocused();
      await checkAppearance(page, `${device}-save-password`);
      await page.getByRole('button', { name: 'Show password' }).click();
      await checkAppearance(page, `${device}-save-password-shown`);

      await page.getByRole('button', { name: 'I have saved it' }).click();
      await expect(heading(page, /Add the account/)).toBeFocused();
      await checkAppearance(page, `${device}-authenticator`);
      await page.getByRole('button', { name: 'I have added it' }).click();
      await expect(heading(page, /Enter your first code/)).toBeFocused();
      await checkAppearance(page, `${device}-first-code`);
    });

    test('a sign-in looks right, and axe finds nothing', async ({ page, baseURL }) => {
      const account = await accountAt(baseURL ?? '');
      await page.route(LOGIN, expireInTwelveDays, { times: 1 });
      await page.goto('/');
      await signIn(page, account);
      await expect(heading(page, /Welcome/)).toBeFocused();
      await expect(page.getByText('Your credentials expire in 12 days.')).toBeVisible();
      await checkAppearance(page, `${device}-signed-in`);
      await page.getByRole('button', { name: 'Renew my credentials' }).click();
      await expect(heading(page, /Confirm your identity/)).toBeFocused();
      await checkAppearance(page, `${device}-confirm-identity`);
      await page.getByRole('button', { name: 'Not now' }).click();
      await page.getByRole('button', { name: 'Sign out' }).click();

      await fillSignIn(page, account, account.app.wrongCode());
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(
        page.getByRole('heading', { name: 'These details are incorrect' }),
      ).toBeVisible();
      await checkAppearance(page, `${device}-sign-in-rejected`);
    });

    test('an expiry looks right, and axe finds nothing', async ({ page, shortLived }) => {
      const account = await expiredAccountAt(shortLived);
      await page.goto(shortLived);
      await signIn(page, account);
      await expect(heading(page, /have expired/)).toBeFocused();
      await checkAppearance(page, `${device}-expired`);
      await page.getByRole('button', { name: 'Get my new password' }).click();
      await takeNewCredentials(page, account);
      await expect(heading(page, /new credentials are active/)).toBeFocused();
      await checkAppearance(page, `${device}-renewed`);
    });
  });
}

/** Changes only the time in the service's response, as if the credentials were nearly six months old. */
async function expireInTwelveDays(route: Route): Promise<void> {
  const response = await route.fetch();
  const login = (await response.json()) as Authenticated;
  const credentialsExpireAt = new Date(Date.now() + 12.5 * 24 * 3_600_000).toISOString();
  await route.fulfill({ response, json: { ...login, credentialsExpireAt } });
}
