import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { FunctionName, RequestBody, SuccessBody } from '../../src/shared/api/contract';
import { scanQrCode } from './qr-codes';
import { AuthenticatorApp } from './authenticator-app';

export interface Account {
  readonly username: string;
  password: string;
  app: AuthenticatorApp;
}

export const newUsername = (): string => `user-${randomBytes(5).toString('hex')}`;

/** Creates an account through the API, for tests of what happens afterwards. */
export async function accountAt(service: string, username?: string): Promise<Account> {
  const { account } = await signUpAt(service, username);
  return account;
}

/** Creates an account and waits until its credentials have expired, which requires a short-lived service. */
export async function expiredAccountAt(service: string): Promise<Account> {
  const { account, login } = await signUpAt(service);
  // The service rounds the time down to the second.
  const wait = Date.parse(login.credentialsExpireAt ?? '') + 1000 - Date.now();
  if (!(wait <= 60_000)) throw new Error(`Credentials expire in ${wait} ms at ${service}`);
  await sleep(Math.max(wait, 0));
  return account;
}

async function signUpAt(service: string, username = newUsername()) {
  const { password } = await post(service, 'generate-password', { username });
  const { otpauthUri } = await post(service, 'generate-2fa', { username, password });
  const account = { username, password, app: new AuthenticatorApp(otpauthUri) };
  const code = await account.app.freshCode();
  const login = await post(service, 'authenticate-user', { username, password, code });
  return { account, login };
}

async function post<Name extends FunctionName>(
  service: string,
  name: Name,
  request: RequestBody<Name>,
): Promise<SuccessBody<Name>> {
  const response = await fetch(`${service}/function/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${name} failed: ${JSON.stringify(body)}`);
  return body as SuccessBody<Name>;
}

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

export async function fillSignIn(page: Page, account: Account, code: string): Promise<void> {
  await page.getByLabel('Username').fill(account.username);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByLabel('Code from your authenticator app').fill(code);
}

export async function signIn(page: Page, account: Account): Promise<void> {
  await fillSignIn(page, account, await account.app.freshCode());
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Goes from the password screen to the first code, using only what the QR codes contain. */
export async function takeNewCredentials(page: Page, account: Account): Promise<void> {
  await expect(heading(page, /Save your password/)).toBeFocused();
  account.password = await scanQrCode(
    page,
    page.getByRole('img', { name: /QR code of your password/ }),
  );
  await page.getByRole('button', { name: 'I have saved it' }).click();

  await expect(heading(page, /Add the account/)).toBeFocused();
  const code = page.getByRole('img', { name: /QR code for your authenticator app/ });
  account.app = new AuthenticatorApp(await scanQrCode(page, code));
  await page.getByRole('button', { name: 'I have added it' }).click();

  await expect(heading(page, /Enter your first code/)).toBeFocused();
  await page.getByLabel('Code from your authenticator app').fill(await account.app.freshCode());
  await page.getByRole('button', { name: /^Activate/ }).click();
}

/** Signs up on the page. */
export async function signUp(page: Page): Promise<Account> {
  const account = {
    username: newUsername(),
    password: '',
    app: new AuthenticatorApp('otpauth://none'),
  };
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(account.username);
  await page.getByRole('button', { name: 'Generate my password' }).click();
  await takeNewCredentials(page, account);
  await expect(heading(page, 'Your account is ready')).toBeFocused();
  return account;
}
