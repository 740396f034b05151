import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { scan } from './camera';
import { AuthenticatorApp } from './one-time-codes';

export interface Person {
  readonly username: string;
  password: string;
  app: AuthenticatorApp;
}

export const newName = (): string => `user-${randomBytes(5).toString('hex')}`;

/** An account made by the API, for tests that are about what comes after. */
export async function accountAt(service: string, username = newName()): Promise<Person> {
  const { password } = await post(service, 'generate-password', { username });
  const { otpauthUri } = await post(service, 'generate-2fa', { username, password });
  const person = {
    username,
    password: password ?? '',
    app: new AuthenticatorApp(otpauthUri ?? ''),
  };
  await post(service, 'authenticate-user', {
    username,
    password: person.password,
    code: await person.app.freshCode(),
  });
  return person;
}

async function post(service: string, name: string, body: Record<string, unknown>) {
  const response = await fetch(`${service}/function/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, string>;
  if (!response.ok) throw new Error(`${name} answered ${JSON.stringify(answer)}`);
  return answer;
}

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

export async function fillSignIn(page: Page, person: Person, code: string): Promise<void> {
  await page.getByLabel('Username').fill(person.username);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByLabel('Code from your authenticator app').fill(code);
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await fillSignIn(page, person, await person.app.freshCode());
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** From the screen with the password to the first code, by what a camera reads from the screen. */
export async function takeNewCredentials(page: Page, person: Person): Promise<void> {
  await expect(heading(page, /Save your password/)).toBeFocused();
  person.password = await scan(page, page.getByRole('img', { name: /QR code of your password/ }));
  await page.getByRole('button', { name: 'I have saved it' }).click();

  await expect(heading(page, /Add the account/)).toBeFocused();
  const code = page.getByRole('img', { name: /QR code for your authenticator app/ });
  person.app = new AuthenticatorApp(await scan(page, code));
  await page.getByRole('button', { name: 'I have added it' }).click();

  await expect(heading(page, /Enter your first code/)).toBeFocused();
  await page.getByLabel('Code from your authenticator app').fill(await person.app.freshCode());
  await page.getByRole('button', { name: /^Activate/ }).click();
}

/** A whole sign-up on the page. */
export async function signUp(page: Page): Promise<Person> {
  const person = { username: newName(), password: '', app: new AuthenticatorApp('otpauth://none') };
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(person.username);
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await takeNewCredentials(page, person);
  await expect(heading(page, 'Your account is ready')).toBeFocused();
  return person;
}
