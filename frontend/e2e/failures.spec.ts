import { accountAt, fillSignIn, heading, newName, signIn } from './support/people';
import { expect, test } from './support/test';

const LOGIN = '**/function/authenticate-user';

test('a wrong code keeps what was typed, and five of them make one wait', async ({
  page,
  baseURL,
}) => {
  const person = await accountAt(baseURL ?? '');
  await page.goto('/');
  await fillSignIn(page, person, person.app.wrongCode());
  const send = page.getByRole('button', { name: 'Sign in' });
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.getByLabel('Code from your authenticator app').fill(person.app.wrongCode());
    await send.click();
    await expect(page.getByLabel('Code from your authenticator app')).toHaveValue('');
  }
  await expect(page.locator('[data-problem=invalid_credentials]')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue(person.username);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(person.password);

  await page.getByLabel('Code from your authenticator app').fill(person.app.wrongCode());
  await send.click();
  await expect(page.locator('[data-problem=too_many_attempts]')).toBeFocused();
  await expect(page.getByLabel('Code from your authenticator app')).toHaveValue('');
  await expect(page.getByText(/You can try again in 1[0-5]:[0-5]\d\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-disabled');
});

test('a taken name is told', async ({ page, baseURL }) => {
  const { username } = await accountAt(baseURL ?? '');
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(username.toUpperCase());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(page.locator('[data-problem=username_taken]')).toBeFocused();
});

test('a full service counts down, then the same form goes through', async ({ page, baseURL }) => {
  const person = await accountAt(baseURL ?? '');
  await page.route(
    LOGIN,
    (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json; charset=utf-8',
        headers: { 'Retry-After': '2' },
        body: '{"title":"Unavailable","status":503,"detail":"-","success":false,"error":"unavailable"}',
      }),
    { times: 1 },
  );
  await page.goto('/');
  await signIn(page, person);
  await expect(page.locator('[data-problem=unavailable]')).toBeFocused();
  await expect(page.getByText('You can try again in 0:0')).toBeVisible();
  await expect(page.getByText('You can try again now.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page, /Welcome/)).toBeFocused();
});

test('the gateway’s own answers have words too', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(newName());
  for (const [status, code] of [
    [500, 'gateway_failed'],
    [502, 'gateway_unavailable'],
    [504, 'gateway_unavailable'],
    [200, 'not_understood'],
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

test('a lost network loses nothing typed', async ({ page, context, baseURL }) => {
  const person = await accountAt(baseURL ?? '');
  await page.goto('/');
  const code = await person.app.freshCode();
  await fillSignIn(page, person, code);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('[data-problem=no_answer]')).toBeFocused();
  await expect(page.getByLabel('Username')).toHaveValue(person.username);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(person.password);
  await expect(page.getByLabel('Code from your authenticator app')).toHaveValue(code);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page, /Welcome/)).toBeFocused();
});

test('a name is text, whatever it looks like', async ({ page }) => {
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
  await page.getByLabel('Username').fill(newName());
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await expect(page.getByLabel('Username')).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.locator('img[src=x]')).toHaveCount(0);
});
