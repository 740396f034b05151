import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { field, heading, press, user } from '@/testing/user';
import { App } from './App';

beforeEach(() => {
  render(<App signUp="open" />);
});

test('translates errors that are already shown', async () => {
  await press('Sign in');
  expect(screen.getByText('Enter your password.')).toBeTruthy();
  await press('Français');
  expect(screen.getByText('Saisissez votre mot de passe.')).toBeTruthy();
});

test('translates the page, sets its language, and keeps what was typed', async () => {
  await user.type(field('Username'), 'michel.ranu');
  await press('Français');
  expect(await heading('Se connecter')).toBeTruthy();
  expect(field('Nom d’utilisateur').value).toBe('michel.ranu');
  await waitFor(() => expect(document.documentElement.lang).toBe('fr'));
  expect(location.search).toBe('?lang=fr');
});
