import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  authenticated,
  expired,
  fakeService,
  generatedAuthenticator,
  generatedPassword,
  PASSWORD,
  problem,
  ticket,
} from '@/testing/fakeService';
import { CODE, field, fillSignIn, heading, press, user } from '@/testing/user';
import { App } from './App';

beforeEach(() => {
  render(<App signUp="open" />);
});

test('expired credentials lead straight to renewal with the ticket', async () => {
  const requests = fakeService(expired(), generatedPassword(), generatedAuthenticator());
  await fillSignIn();
  await press('Sign in');
  expect(await heading('Your credentials have expired')).toBe(document.activeElement);
  await press('Get my new password');
  await heading(/Save your password/);
  expect(requests[1]).toEqual({
    name: 'generate-password',
    body: { username: 'michel.ranu', renewalTicket: ticket.renewalTicket },
  });
  expect(screen.getByText(/current password and codes keep working/)).toBeTruthy();
});

test('an expired ticket leads back to sign-in', async () => {
  fakeService(expired(), problem(401, 'invalid_ticket'));
  await fillSignIn();
  await press('Sign in');
  await heading('Your credentials have expired');
  await press('Get my new password');
  await screen.findByRole('heading', { name: 'Your renewal has timed out' });
  expect(screen.queryByRole('button', { name: 'Get my new password' })).toBeNull();
  await press('Go back to sign-in');
  expect(await heading('Sign in')).toBeTruthy();
});

test('asks for both factors again when already signed in', async () => {
  const requests = fakeService(authenticated(), authenticated(ticket), generatedPassword());
  await fillSignIn();
  await press('Sign in');
  await heading(/Welcome/);
  await press('Renew my credentials');
  await heading('Confirm your identity');
  expect(field('Password').value).toBe('');
  await user.type(field('Password'), PASSWORD);
  await user.type(field(CODE), '654321{Enter}');
  await heading('Identity confirmed');
  expect(requests[1]?.body).toEqual({
    username: 'michel.ranu',
    password: PASSWORD,
    code: '654321',
    renew: true,
  });
  await press('Get my new password');
  expect(await heading(/Save your password/)).toBeTruthy();
});

test('does not start a renewal without a ticket', async () => {
  fakeService(authenticated(), authenticated());
  await fillSignIn();
  await press('Sign in');
  await heading(/Welcome/);
  await press('Renew my credentials');
  await heading('Confirm your identity');
  await user.type(field('Password'), PASSWORD);
  await user.type(field(CODE), '654321{Enter}');
  await screen.findByRole('group', { name: 'Unexpected response' });
});

test('credentials that expire during a session lead to renewal too', async () => {
  fakeService(authenticated(), expired());
  await fillSignIn();
  await press('Sign in');
  await heading(/Welcome/);
  await press('Renew my credentials');
  await heading('Confirm your identity');
  await user.type(field('Password'), PASSWORD);
  await user.type(field(CODE), '654321{Enter}');
  await heading('Your credentials have expired');
});
