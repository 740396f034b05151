import { expect, test, vi } from 'vitest';
import { json, plain } from '@/testing/fakeService';
import { readSignUp, type SignUp } from './settings';

async function signUpIn(reply: Response | Error): Promise<SignUp> {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() =>
      reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply),
    );
  const signUp = await readSignUp();
  expect(fetched).toHaveBeenCalledExactlyOnceWith('/settings.json', expect.anything());
  return signUp;
}

test('reads whether anyone may create an account', async () => {
  expect(await signUpIn(json(200, { signUp: 'closed' }))).toBe('closed');
});

test.each([
  ['says so', json(200, { signUp: 'open' })],
  ['says something else', json(200, { signUp: true })],
  ['says nothing', json(200, {})],
  ['sends no object', json(200, null as unknown as object)],
  ['sends no JSON', plain(200, '<!doctype html>')],
  ['has no settings', json(404, { signUp: 'closed' })],
  ['fails', plain(502, 'The service cannot be reached.')],
  ['does not respond', new TypeError('Failed to fetch')],
])('takes sign-up to be open if the service %s', async (_, reply) => {
  expect(await signUpIn(reply)).toBe('open');
});
