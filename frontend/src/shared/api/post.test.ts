import { describe, expect, test } from 'vitest';
import {
  authenticated,
  expired,
  fakeService,
  generatedAuthenticator,
  generatedPassword,
  json,
  plain,
  problem,
  ticket,
} from '@/testing/fakeService';
import { post } from './post';

const LOGIN = { username: 'michel.ranu', password: 'secret', code: '123456' };

function resultOf(reply: Response | Error) {
  fakeService(reply);
  return post('authenticate-user', LOGIN);
}

const failed = (code: string, waitSeconds: number | null = null) => ({
  kind: 'failed',
  problem: { code, waitSeconds },
});

test('sends JSON and returns the body of a success', async () => {
  const requests = fakeService(authenticated());
  expect(await post('authenticate-user', LOGIN)).toMatchObject({
    kind: 'success',
    body: { username: 'michel.ranu' },
  });
  expect(requests).toEqual([{ name: 'authenticate-user', body: LOGIN }]);
});

test('expired credentials come with the ticket', async () => {
  expect(await resultOf(expired())).toEqual({
    kind: 'expired',
    ticket: { value: ticket.renewalTicket, expiresAt: ticket.renewalTicketExpiresAt },
  });
});

test('an expiry without a usable ticket is a failure', async () => {
  expect(await resultOf(problem(403, 'credentials_expired'))).toEqual(
    failed('credentials_expired'),
  );
  const broken = { ...ticket, renewalTicket: 5 };
  expect(await resultOf(problem(403, 'credentials_expired', {}, broken))).toEqual(
    failed('credentials_expired'),
  );
});

test('a ticket in another problem is not an expiry', async () => {
  expect(await resultOf(problem(401, 'invalid_credentials', {}, ticket))).toEqual(
    failed('invalid_credentials'),
  );
});

test.each([
  [401, 'invalid_credentials', {}, null],
  [409, 'username_taken', {}, null],
  [429, 'too_many_attempts', { 'Retry-After': '840' }, 840],
  [429, 'too_many_attempts', { 'Retry-After': '999999' }, 86_400],
  [503, 'unavailable', { 'Retry-After': '2' }, 2],
  [503, 'unavailable', { 'Retry-After': '0' }, 1],
  [503, 'unavailable', { 'Retry-After': 'Fri, 20 Nov 2026 21:00:00 GMT' }, 10],
  [503, 'unavailable', {}, 10],
  [500, 'internal_error', { 'Retry-After': '2' }, null],
])('a problem reported by a function: %i %s %j', async (status, error, headers, waitSeconds) => {
  expect(await resultOf(problem(status, error, headers))).toEqual(failed(error, waitSeconds));
});

test.each([
  [404, 'unexpected_response', null],
  [405, 'unexpected_response', null],
  [429, 'gateway_busy', 10],
  [500, 'gateway_failed', null],
  [502, 'gateway_unavailable', null],
  [503, 'gateway_unavailable', 10],
  [504, 'gateway_unavailable', null],
  [507, 'gateway_failed', null],
])('plain text from the gateway: %i', async (status, code, waitSeconds) => {
  expect(await resultOf(plain(status, 'no'))).toEqual(failed(code, waitSeconds));
});

describe('rejects as unexpected', () => {
  const unexpected = failed('unexpected_response');

  test('HTML from something in between', async () => {
    const page = new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
    expect(await resultOf(page)).toEqual(unexpected);
  });

  test('malformed JSON, and JSON that does not claim success', async () => {
    const broken = new Response('{', { headers: { 'Content-Type': 'application/json' } });
    expect(await resultOf(broken)).toEqual(unexpected);
    expect(await resultOf(json(200, { username: 'x' }))).toEqual(unexpected);
  });

  test.each([
    ['generate-password', generatedPassword],
    ['generate-2fa', generatedAuthenticator],
    ['authenticate-user', authenticated],
  ] as const)('a success of %s that lacks a field', async (name, fixture) => {
    const whole = (await fixture().json()) as Record<string, unknown>;
    for (const missing of Object.keys(whole)) {
      const rest = Object.entries(whole).filter(([field]) => field !== missing);
      fakeService(json(200, Object.fromEntries(rest)));
      expect(await post(name, LOGIN), missing).toEqual(unexpected);
    }
  });

  test('an error code that is not in the contract', async () => {
    expect(await resultOf(problem(400, 'toString'))).toEqual(unexpected);
  });
});

test('reports a network failure', async () => {
  expect(await resultOf(new TypeError('Failed to fetch'))).toEqual(failed('no_response'));
});
