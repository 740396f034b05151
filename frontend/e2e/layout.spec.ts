import { CATALOGUES } from '../src/shared/i18n/language';
import { scanQrCode } from './support/qr-codes';
import { AuthenticatorApp } from './support/authenticator-app';
import { accountAt, expiredAccountAt, newUsername } from './support/accounts';
import { expect } from './support/test';
import { test } from './support/reader-test';

for (const language of ['en', 'fr'] as const) {
  const m = CATALOGUES[language];

  test.describe(`in any font and text size, in ${language}`, () => {
    // With touch, so that the link to the app is shown as well.
    test.use({ viewport: { width: 1280, height: 900 }, hasTouch: true, locale: language });

    test('a sign-up fits', async ({ page, reader, press, fill, arriveAt }) => {
      await page.goto('/');
      await reader.fits('sign-in');
      await press(m.signIn.action);
      await expect(page.getByText(m.fields.passwordMissing)).toBeVisible();
      await reader.fits('sign-in with empty fields');

      await press(m.signIn.create);
      await arriveAt(m.createAccount.title);
      await fill(m.fields.username, 'é');
      await press(m.createAccount.action);
      await expect(page.getByText(m.fields.usernameInvalid)).toBeVisible();
      await reader.fits('choose a username, with an invalid one');

      await fill(m.fields.username, newUsername());
      await press(m.createAccount.action);
      await arriveAt(m.savePassword.title);
      await reader.fits('save the password');
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      });
      await press(m.copy.password);
      await press(m.fields.showPassword);
      await expect(page.getByText(m.copy.failed).first()).toBeVisible();
      await reader.fits('save the password, visible and impossible to copy');

      await press(m.savePassword.action);
      await arriveAt(m.authenticator.title);
      const app = new AuthenticatorApp(await scanQrCode(page, page.getByRole('img')));
      await press(m.copy.key);
      await expect(page.locator('.copy-failed')).toBeVisible();
      await expect(page.getByRole('link', { name: m.authenticator.open })).toBeVisible();
      await reader.fits('add the account to the app');

      await press(m.authenticator.action);
      await arriveAt(m.firstCode.title);
      await press(m.firstCode.action.signUp);
      await expect(page.getByText(m.fields.codeInvalid)).toBeVisible();
      await reader.fits('first code, empty');
      await fill(m.fields.code, app.wrongCode());
      await press(m.firstCode.action.signUp);
      await expect(page.locator('[data-problem=invalid_credentials]')).toBeFocused();
      await reader.fits('first code, rejected');
      await fill(m.fields.code, await app.freshCode());
      await press(m.firstCode.action.signUp);
      await arriveAt(m.signedIn.accountReady);
      await reader.fits('account ready');
    });

    test('a renewal of the longest name fits', async ({
      page,
      baseURL,
      reader,
      press,
      fill,
      arriveAt,
    }) => {
      const account = await accountAt(baseURL ?? '', newUsername().padEnd(64, 'm'));
      await page.goto('/');
      await fill(m.fields.username, account.username);
      await fill(m.fields.password, account.password);
      await fill(m.fields.code, await account.app.freshCode());
      await press(m.signIn.action);
      await arriveAt(m.signedIn.title(account.username));
      await reader.fits('signed in');

      await press(m.signedIn.renew);
      await arriveAt(m.confirmIdentity.title);
      await press(m.confirmIdentity.action);
      await expect(page.getByText(m.fields.passwordMissing)).toBeVisible();
      await reader.fits('confirm your identity, with empty fields');
      await fill(m.fields.password, account.password);
      await fill(m.fields.code, await account.app.freshCode());
      await press(m.confirmIdentity.action);
      await arriveAt(m.startRenewal.requested.title);
      await reader.fits('identity confirmed');

      await press(m.startRenewal.action);
      await arriveAt(m.savePassword.title);
      await reader.fits('save the new password');
      await press(m.savePassword.action);
      await arriveAt(m.authenticator.title);
      await reader.fits('add the new entry to the app');
      const app = new AuthenticatorApp(await scanQrCode(page, page.getByRole('img')));
      await press(m.authenticator.action);
      await arriveAt(m.firstCode.title);
      await reader.fits('first code of the new entry');
      await fill(m.fields.code, await app.freshCode());
      await press(m.firstCode.action.renewal);
      await arriveAt(m.signedIn.renewed);
      await reader.fits('renewed');
    });

    test('an expiry fits', async ({ page, shortLived, reader, press, fill, arriveAt }) => {
      const account = await expiredAccountAt(shortLived);
      await page.goto(shortLived);
      await fill(m.fields.username, account.username);
      await fill(m.fields.password, account.password);
      await fill(m.fields.code, await account.app.freshCode());
      await press(m.signIn.action);
      await arriveAt(m.startRenewal.expired.title);
      await reader.fits('expired');
    });

    test('every problem fits', async ({ page, reader, press, fill, arriveAt }) => {
      await page.goto('/');
      await press(m.signIn.create);
      await arriveAt(m.createAccount.title);
      await fill(m.fields.username, newUsername());
      for (const [status, code, headers] of [
        [409, 'username_taken', {}],
        [500, 'internal_error', {}],
        [429, 'too_many_sign_ups', { 'Retry-After': '900' }],
      ] as const) {
        await page.route(
          '**/function/generate-password',
          (route) =>
            route.fulfill({
              status,
              headers,
              contentType: 'application/problem+json; charset=utf-8',
              body: JSON.stringify({
                title: '-',
                status,
                detail: '-',
                error: code,
              }),
            }),
          { times: 1 },
        );
        await press(m.createAccount.action);
        await expect(page.locator(`[data-problem=${code}]`)).toBeFocused();
        await reader.fits(`choose a username, ${code}`);
      }
    });
  });
}
