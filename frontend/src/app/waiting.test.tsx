import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { authenticated, fakeService, plain, problem } from '@/testing/fakeService';
import { field, fillSignIn, heading, press, stopTheClock, user } from '@/testing/user';
import { App } from './App';

beforeEach(() => {
  render(<App signUp="open" />);
});

test('counts down without sending anything, then offers to try again', async () => {
  const requests = fakeService(
    problem(503, 'unavailable', { 'Retry-After': '2' }),
    authenticated(),
  );
  const clock = stopTheClock();
  await fillSignIn();
  await press('Sign in');
  expect(await screen.findByText('You can try again in 0:02.')).toBeTruthy();
  await press('Try again');
  expect(requests).toHaveLength(1);
  expect(screen.getByRole('group')).toBe(document.activeElement);
  clock.forward(1);
  await screen.findByText('You can try again in 0:01.');
  clock.forward(2);
  await screen.findByText('You can try again now.');
  await press('Try again');
  expect(await heading(/Welcome/)).toBeTruthy();
});

test('a wait of fifteen minutes starts at 15:00', async () => {
  fakeService(problem(429, 'too_many_attempts', { 'Retry-After': '900' }));
  stopTheClock();
  await fillSignIn();
  await press('Sign in');
  expect(await screen.findByText(/in 15:00\./)).toBeTruthy();
  await user.type(field('Password'), '{Enter}');
  expect(screen.getByRole('group')).toBe(document.activeElement);
});

test('waits after a 429 from the gateway too', async () => {
  fakeService(plain(429, 'concurrent request limit exceeded'));
  stopTheClock();
  await fillSignIn();
  await press('Sign in');
  expect(await screen.findByText(/You can try again in 0:10/)).toBeTruthy();
});
