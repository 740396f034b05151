import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { authenticated, fakeService, PASSWORD, problem } from '@/testing/fakeService';
import { CODE, field, fillSignIn, heading, press, user } from '@/testing/user';
import { App } from './App';

beforeEach(() => {
  render(<App signUp="open" />);
});

test('Enter submits the form; the previous login and the expiry are shown', async () => {
  const requests = fakeService(authenticated({ previousLoginAt: '2026-11-19T08:30:00Z' }));
  await fillSignIn();
  await user.keyboard('{Enter}');
  expect(await heading('Welcome, michel.ranu')).toBe(document.activeElement);
  expect(requests).toEqual([
    {
      name: 'authenticate-user',
      body: { username: 'michel.ranu', password: PASSWORD, code: '123456' },
    },
  ]);
  expect(screen.getByText(/19 November 2026/)).toBeTruthy();
  expect(screen.getByText(/20 May 2027/)).toBeTruthy();
  expect(screen.getByText(/If that sign-in was not you/)).toBeTruthy();
  expect(document.title).not.toContain('michel');
});

test('reports every empty field, focuses the first, and sends nothing', async () => {
  const requests = fakeService();
  await press('Sign in');
  expect(document.activeElement).toBe(field('Username'));
  const code = screen.getByRole('textbox', { name: CODE, description: /Enter the six digits/ });
  expect(code.getAttribute('aria-invalid')).toBe('true');
  expect(requests).toEqual([]);
});

test('a rejection keeps username and password, clears the code and takes the focus', async () => {
  fakeService(problem(401, 'invalid_credentials'));
  await fillSignIn();
  await press('Sign in');
  const title = await screen.findByRole('heading', { name: 'These details are incorrect' });
  expect(document.activeElement).toBe(title.parentElement);
  expect(
    screen.getByRole('group', {
      name: 'These details are incorrect',
      description: /A code works only once/,
    }),
  ).toBe(document.activeElement);
  expect(field('Username').value).toBe('michel.ranu');
  expect(field('Password').value).toBe(PASSWORD);
  expect(field(CODE).value).toBe('');
});

test('a network failure loses nothing that was typed', async () => {
  fakeService(new TypeError('Failed to fetch'), authenticated());
  await fillSignIn();
  await press('Sign in');
  await screen.findByRole('heading', { name: 'No response received' });
  expect(field(CODE).value).toBe('123456');
  await press('Sign in');
  expect(await heading(/Welcome/)).toBeTruthy();
});

test.each([
  ['too_many_attempts', problem(429, 'too_many_attempts', { 'Retry-After': '900' }), ''],
  ['unavailable', problem(503, 'unavailable', { 'Retry-After': '2' }), '123456'],
  ['no response', new TypeError('Failed to fetch'), '123456'],
])('after %s the code is cleared only if it was rejected', async (_, reply, remaining) => {
  fakeService(reply);
  await fillSignIn();
  await press('Sign in');
  await screen.findByRole('group');
  expect(field(CODE).value).toBe(remaining);
});

test('removes the spaces from a pasted code', async () => {
  await user.click(field(CODE));
  await user.paste('123 456');
  expect(field(CODE).value).toBe('123456');
});

test('shows the password until the form is submitted', async () => {
  fakeService(problem(401, 'invalid_credentials'));
  await fillSignIn();
  expect(field('Password').type).toBe('password');
  await press('Show password');
  expect(field('Password').type).toBe('text');
  await press('Sign in');
  expect(field('Password').type).toBe('password');
  await screen.findByRole('heading', { name: 'These details are incorrect' });
});

test('two quick clicks send one request', async () => {
  let respond: (response: Response) => void = () => undefined;
  const requests = fakeService(new Promise<Response>((resolve) => (respond = resolve)));
  await fillSignIn();
  await press('Sign in');
  await press('One moment…');
  expect(requests).toHaveLength(1);
  expect(screen.getByRole('status').textContent).toBe('One moment…');
  act(() => respond(authenticated()));
  expect(await heading(/Welcome/)).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
});
