import { scan } from './support/camera';
import { look } from './support/look';
import { AuthenticatorApp } from './support/one-time-codes';
import { heading, newName } from './support/people';
import { expect, test } from './support/test';

test.describe('a French browser', () => {
  test.use({ locale: 'fr-FR' });

  test('gets the whole way in French', async ({ page }) => {
    const username = newName();
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByText('Saisissez votre mot de passe.')).toBeVisible();

    await look(page, 'french-sign-in-errors');
    await page.getByRole('button', { name: 'Créer un compte' }).click();
    await look(page, 'french-choose-username');
    await page.getByLabel('Nom d’utilisateur').fill(username);
    await page.getByRole('button', { name: 'Générer mon mot de passe' }).click();
    await expect(heading(page, /^Étape 2 sur 4.+Conservez votre mot de passe$/)).toBeFocused();
    await look(page, 'french-save-password');
    const password = await page.getByLabel('Mot de passe', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Je l’ai conservé' }).click();
    await expect(heading(page, /Ajoutez le compte/)).toBeFocused();
    await look(page, 'french-authenticator');
    const app = new AuthenticatorApp(await scan(page, page.getByRole('img')));
    await page.getByRole('button', { name: 'Je l’ai ajouté' }).click();
    const code = page.getByLabel('Code de votre application d’authentification');
    await code.fill(app.wrongCode());
    await page.getByRole('button', { name: 'Activer mon compte' }).click();
    await expect(page.getByText('Ce code n’est pas le bon')).toBeVisible();
    await look(page, 'french-first-code-refused');
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
    await look(page, 'french-signed-in');
  });
});

test('the switch keeps what was typed, and a reload keeps the language', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Username').fill('michel.ranu');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByLabel('Nom d’utilisateur')).toHaveValue('michel.ranu');
  await expect(page.getByText('La page est maintenant en français.')).toBeAttached();
  await page.reload();
  await expect(heading(page, 'Se connecter')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(2);
});
