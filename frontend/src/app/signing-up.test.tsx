import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  authenticated,
  expired,
  fakeService,
  generatedAuthenticator,
  generatedPassword,
  PASSWORD,
  problem,
  SECRET,
} from '@/testing/fakeService';
import { pageContents } from '@/testing/pageContents';
import { CODE, field, heading, press, reachPassword, stopTheClock, user } from '@/testing/user';
import { App } from './App';

beforeEach(() => {
  render(<App signUp="open" />);
});

test('leads from the username to an active account and drops each secret on the way', async () => {
  const requests = fakeService(
    generatedPassword(),
    generatedAuthenticator(),
    problem(401, 'invalid_credentials'),
    authenticated(),
  );
  await reachPassword();
  expect(field('Password').value).toBe(PASSWORD);
  expect(field('Password').readOnly).toBe(true);
  expect(field('Password').type).toBe('password');
  await press('I have saved it');

  expect(await heading(/Add the account/)).toBe(document.activeElement);
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
  expect(screen.getByRole('img', { name: /QR code for your authenticator/ })).toBeTruthy();
  expect(pageContents()).not.toContain(PASSWORD);
  await press('I have added it');

  expect(await heading(/Enter your first code/)).toBe(document.activeElement);
  expect(pageContents()).not.toContain(SECRET.slice(0, 4));
  await user.type(field(CODE), '111111{Enter}');
  expect(await screen.findByText(/your phone sets its time/)).toBeTruthy();
  await press('Show the key again');
  await heading(/Add the account/);
  await press('I have added it');
  await user.type(field(CODE), '222222{Enter}');
  expect(await heading('Your account is ready')).toBe(document.activeElement);
  expect(requests.map(({ name }) => name)).toEqual([
    'generate-password',
    'generate-2fa',
    'authenticate-user',
    'authenticate-user',
  ]);
});

test('numbers the steps in the heading and beside it', async () => {
  fakeService(generatedPassword(), generatedAuthenticator());
  const currentStep = () => screen.getByRole('listitem', { current: 'step' }).textContent;
  expect(screen.queryByRole('listitem', { current: 'step' })).toBeNull();
  await press('Create an account');
  await heading(/^Step 1 of 4\W+Choose a username$/);
  expect(currentStep()).toBe('Username');
  await user.type(field('Username'), 'michel.ranu{Enter}');
  await heading(/^Step 2 of 4\W+Save your password$/);
  expect(currentStep()).toBe('Password');
  await press('I have saved it');
  await heading(/^Step 3 of 4\W+Add the account to your app$/);
  expect(currentStep()).toBe('Authenticator app');
  await press('I have added it');
  await heading(/^Step 4 of 4\W+Enter your first code$/);
  expect(currentStep()).toBe('First code');
});

test('shows an expiry as a problem where it cannot lead to renewal', async () => {
  fakeService(generatedPassword(), generatedAuthenticator(), expired());
  await reachPassword();
  await press('I have saved it');
  await heading(/Add the account/);
  await press('I have added it');
  await user.type(field(CODE), '111111{Enter}');
  await screen.findByRole('group', { name: 'Your credentials have expired' });
});

test('copies the password and the key, and announces it', async () => {
  fakeService(generatedPassword(), generatedAuthenticator());
  await reachPassword();
  await press('Copy password');
  expect(await navigator.clipboard.readText()).toBe(PASSWORD);
  expect(screen.getByText('Password copied.').getAttribute('role')).toBe('status');
  await press('I have saved it');
  await heading(/Add the account/);
  await press('Copy key');
  expect(await navigator.clipboard.readText()).toBe(SECRET);
  expect(screen.getByText('Key copied.')).toBeTruthy();
  await press('I have added it');
  await waitFor(() => expect(screen.queryByText('Key copied.')).toBeNull());
});

test('explains what to do when the username is taken', async () => {
  fakeService(problem(409, 'username_taken'));
  await press('Create an account');
  await user.type(field('Username'), 'michel.ranu');
  await press('Generate my password');
  expect(await screen.findByText(/becomes available again after 15 minutes/)).toBeTruthy();
  expect(field('Username').value).toBe('michel.ranu');
});

test('ignores a response that arrives after the user has stopped', async () => {
  let respond: (response: Response) => void = () => undefined;
  fakeService(generatedPassword(), new Promise((resolve) => (respond = resolve)));
  await reachPassword();
  await press('I have saved it');
  await press('Stop and go back to sign-in');
  await heading('Sign in');
  await act(async () => {
    respond(generatedAuthenticator());
    await Promise.resolve();
  });
  expect(await heading('Sign in')).toBeTruthy();
});

test('leaving the page clears it immediately', async () => {
  fakeService(generatedPassword());
  await reachPassword();
  act(() => void dispatchEvent(new Event('pagehide')));
  expect(pageContents()).not.toContain(PASSWORD);
  expect(await heading('Sign in')).toBeTruthy();
});

test('the browser asks before closing a page that shows a secret, and only then', async () => {
  const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(asks()).toBe(false);
  fakeService(generatedPassword(), generatedAuthenticator());
  await reachPassword();
  expect(asks()).toBe(true);
  await press('I have saved it');
  await heading(/Add the account/);
  expect(asks()).toBe(true);
  const link = screen.getByRole('link', { name: 'Open in my authenticator app' });
  link.addEventListener('click', (event) => event.preventDefault());
  const clock = stopTheClock();
  await user.click(link);
  expect(asks()).toBe(false);
  clock.forward(1);
  expect(document.activeElement).toBe(link);
  expect(asks()).toBe(true);
});
