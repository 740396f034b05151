import { scanQrCode } from './support/qr-codes';
import { checkAppearance } from './support/appearance';
import { AuthenticatorApp } from './support/authenticator-app';
import { heading, newUsername } from './support/accounts';
import { expect, test } from './support/test';

test.describe('a French browser', () => {
  test.use({ locale: 'fr-FR' });

  test('completes a sign-up and a sign-in in French', async ({ page }) => {
    const username = newUsername();
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByText('Saisissez votre mot de passe.')).toBeVisible();

    await checkAppearance(page, 'french-sign-in-errors');
    await page.getByRole('button', { name: 'Créer un compte' }).click();
    await checkAppearance(page, 'french-choose-username');
    await page.getByLabel('Nom d’utilisateur').fill(username);
    await page.getByRole('button', { name: 'Générer mon mot de passe' }).click();
    await expect(heading(page, /^Étape 2 sur 4.+Enregistrez votre mot de passe$/)).toBeFocused();
    await checkAppearance(page, 'french-save-password');
    const password = await page.getByLabel('Mot de passe', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Je l’ai enregistré' }).click();
    await expect(heading(page, /Ajoutez le compte/)).toBeFocused();
    await checkAppearance(page, 'french-authenticator');
    const app = new AuthenticatorApp(await scanQrCode(page, page.getByRole('img')));
    await page.getByRole('button', { name: 'Je l’ai ajouté' }).click();
    const code = page.getByLabel('Code de votre application d’authentification');
    await code.fill(app.wrongCode());
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expect(page.getByText('Ce code est incorrect')).toBeVisible();
    await checkAppearance(page, 'french-first-code-rejected');
    await code.fill(await app.freshCode());
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expect(heading(page, 'Votre compte est prêt')).toBeFocused();
    await expect(page.locator('time')).toHaveText(/^\d{1,2}(er)? \S+ 20\d\d à \d\d:\d\d$/);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();

    await page.getByLabel('Nom d’utilisateur').fill(username);
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await code.fill(await app.freshCode());
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(heading(page, `Bienvenue, ${username}`)).toBeFocused();
    await checkAppearance(page, 'french-signed-in');
  });
});

test('switching languages keeps what was typed, and a reload keeps the language', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByLabel('Username').fill('michel.ranu');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByLabel('Nom d’utilisateur')).toHaveValue('michel.ranu');
  await expect(page.getByText('La page est maintenant en français.')).toBeAttached();
  await page.reload();
  await expect(heading(page, 'Se connecter')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(2);
});
