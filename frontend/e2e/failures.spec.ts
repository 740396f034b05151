import { accountAt, fillSignIn, heading, newUsername, signIn } from './support/accounts';
import { expect, test } from './support/test';

const LOGIN = '**/function/authenticate-user';

test('an incorrect code keeps username and password; after five the user has to wait', async ({
  page,
  baseURL,
}) => {
  const account = await accountAt(baseURL ?? '');
  await page.goto('/');
  await fillSignIn(page, account, account.app.wrongCode());
  const submit = page.getByRole('button', { name: 'Sign in' });
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.getByLabel('Code from your authenticator app').fill(account.app.wrongCode());
    await submit.click();
    await expect(page.getByLabel('Code from your authenticator app')).toHaveValue('');
  }
  await expect(page.locator('[data-problem=invalid_credentials]')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue(account.username);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(account.password);

  await page.getByLabel('Code from your authenticator app').fill(account.app.wrongCode());
  await submit.click();
  await expect(page.locator('[data-problem=too_many_attempts]')).toBeFocused();
  await expect(page.getByLabel('Code from your authenticator app')).toHaveValue('');
  await expect(page.getByText(/You can try again in 1[0-5]:[0-5]\d\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-disabled');
});

test('reports a username that is taken', async ({ page, baseURL }) => {
  const { username } = await accountAt(baseURL ?? '');
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(username.toUpperCase());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(page.locator('[data-problem=username_taken]')).toBeFocused();
});

test('an overloaded service starts a countdown, after which the same form succeeds', async ({
  page,
  baseURL,
}) => {
  const account = await accountAt(baseURL ?? '');
  await page.route(
    LOGIN,
    (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json; charset=utf-8',
        headers: { 'Retry-After': '2' },
        body: '{"title":"Unavailable","status":503,"detail":"-","error":"unavailable"}',
      }),
    { times: 1 },
  );
  await page.goto('/');
  await signIn(page, account);
  await expect(page.locator('[data-problem=unavailable]')).toBeFocused();
  await expect(page.getByText('You can try again in 0:0')).toBeVisible();
  await expect(page.getByText('You can try again now.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, /Welcome/)).toBeFocused();
});

test('explains responses from the gateway itself', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newUsername());
  for (const [status, code] of [
    [500, 'gateway_failed'],
    [502, 'gateway_unavailable'],
    [504, 'gateway_unavailable'],
    [200, 'unexpected_response'],
  ] as const) {
    await page.route(
      '**/function/generate-password',
      (route) => route.fulfill({ status, contentType: 'text/plain', body: 'upstream: no' }),
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Generate my password' }).click();
    await expect(page.locator(`[data-problem=${code}]`)).toBeFocused();
    await expect(page.getByText('upstream')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(heading(page, /Save your password/)).toBeFocused();
});

test('a network failure loses nothing that was typed', async ({ page, context, baseURL }) => {
  const account = await accountAt(baseURL ?? '');
  await page.goto('/');
  const code = await account.app.freshCode();
  await fillSignIn(page, account, code);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('[data-problem=no_response]')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue(account.username);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(account.password);
  await expect(page.getByLabel('Code from your authenticator app')).toHaveValue(code);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page, /Welcome/)).toBeFocused();
});

test('renders a username as text, whatever it contains', async ({ page }) => {
  await page.route('**/function/generate-password', (route) =>
    route.fulfill({
      status: 201,
      json: {
        success: true,
        username: '<img src=x onerror=alert(1)>',
        password: 'x'.repeat(24),
        qrCode: 'data:image/png;base64,iVBORw0KGgo=',
        pendingUntil: '2026-11-20T21:15:00Z',
        usableUntil: '2026-11-21T21:00:00Z',
      },
    }),
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newUsername());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(page.getByLabel('Username')).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.locator('img[src=x]')).toHaveCount(0);
});
