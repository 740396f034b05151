import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { PASSWORD } from './fakeService';

export const user = userEvent.setup();

export const CODE = 'Code from your authenticator app';

export const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

export const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

export async function fillSignIn(): Promise<void> {
  await user.type(field('Username'), 'michel.ranu');
  await user.type(field('Password'), PASSWORD);
  await user.type(field(CODE), '123456');
}

export async function reachPassword(): Promise<void> {
  await press('Create an account');
  await heading(/Choose a username/);
  await user.type(field('Username'), 'michel.ranu');
  await press('Generate my password');
  await heading(/Save your password/);
}

/** Stops the page's clock, so that no countdown runs while a busy machine catches up. */
export function stopTheClock() {
  const stopped = Date.now();
  const now = vi.spyOn(Date, 'now').mockReturnValue(stopped);
  return { forward: (seconds: number) => now.mockReturnValue(stopped + seconds * 1000) };
}
