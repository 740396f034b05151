import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeService, problem } from '@/testing/fakeService';
import { field, heading, press, user } from '@/testing/user';
import { App } from './App';

test('a closed sign-up is not offered in either language', async () => {
  render(<App signUp="closed" />);
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  expect(screen.queryByText(/Create an account|No account yet/)).toBeNull();
  await press('Français');
  expect(screen.getByRole('button', { name: 'Se connecter' })).toBeTruthy();
  expect(screen.queryByText(/Créer un compte|Pas encore de compte/)).toBeNull();
});

test('a sign-up that was closed meanwhile is explained', async () => {
  fakeService(problem(403, 'sign_up_closed'));
  render(<App signUp="open" />);
  await press('Create an account');
  await heading(/Choose a username/);
  await user.type(field('Username'), 'michel.ranu{Enter}');
  expect(await screen.findByText('No new accounts can be created here')).toBeTruthy();
});
