import { expect, test } from './support/test';

const CREATE = 'Create an account';

test('a closed sign-up is not offered, and refused by the service', async ({ page, closed }) => {
  await page.goto(closed);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText(CREATE)).toHaveCount(0);
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
  await expect(page.getByText('Créer un compte')).toHaveCount(0);

  const response = await page.request.post(`${closed}/function/generate-password`, {
    data: { username: 'michel.ranu' },
  });
  expect(response.status()).toBe(403);
  expect(await response.json()).toMatchObject({ error: 'sign_up_closed' });
});

test('an open sign-up is offered', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: CREATE })).toBeVisible();
});

test('a page that cannot read the settings offers to sign up', async ({ page, closed }) => {
  await page.route('**/settings.json', (route) => route.fulfill({ status: 200, body: 'not JSON' }));
  await page.goto(closed);
  await page.getByRole('button', { name: CREATE }).click();
  await page.getByLabel('Username').fill('michel.ranu');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'No new accounts can be created here' }),
  ).toBeVisible();
});
