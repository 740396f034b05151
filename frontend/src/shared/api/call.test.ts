import { describe, expect, test } from 'vitest';
import {
  authenticated,
  generatedAuthenticator,
  generatedPassword,
  json,
  plain,
  problem,
  serviceAnswering,
} from '@/testing/service';
import { call } from './call';

const LOGIN = { username: 'michel.ranu', password: 'secret', code: '123456' };

async function codeOf(reply: Response | Error) {
  serviceAnswering(reply);
  const result = await call('authenticate-user', LOGIN);
  return result.ok ? 'ok' : result.problem;
}

describe('what a call makes of an answer', () => {
  test('a success is the answer, and the request went as JSON', async () => {
    const calls = serviceAnswering(authenticated());
    const result = await call('authenticate-user', LOGIN);
    expect(result.ok && result.answer.username).toBe('michel.ranu');
    expect(calls).toEqual([{ name: 'authenticate-user', body: LOGIN }]);
  });

  test.each([
    [401, 'invalid_credentials', {}, null],
    [409, 'username_taken', {}, null],
    [429, 'too_many_attempts', { 'Retry-After': '840' }, 840],
    [503, 'unavailable', { 'Retry-After': '2' }, 2],
    [503, 'unavailable', { 'Retry-After': 'Fri, 20 Nov 2026 21:00:00 GMT' }, 10],
    [503, 'unavailable', {}, 10],
    [500, 'internal_error', {}, null],
  ])('a problem of a function: %i %s', async (status, error, headers, waitSeconds) => {
    const found = await codeOf(problem(status, error, headers));
    expect(found).toEqual({ code: error, waitSeconds });
  });

  test.each([
    [429, 'gateway_busy', 10],
    [500, 'gateway_failed', null],
    [502, 'gateway_unavailable', null],
    [503, 'gateway_unavailable', 10],
    [504, 'gateway_unavailable', null],
    [404, 'not_understood', null],
  ])('plain text from the gateway: %i', async (status, code, waitSeconds) => {
    expect(await codeOf(plain(status, 'no'))).toEqual({ code, waitSeconds });
  });

  test('a page of somebody else instead of an answer is no success', async () => {
    const page = new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
    expect(await codeOf(page)).toEqual({ code: 'not_understood', waitSeconds: null });
  });

  test('JSON that is broken, or says no success, is no success', async () => {
    const broken = new Response('{', { headers: { 'Content-Type': 'application/json' } });
    expect(await codeOf(broken)).toMatchObject({ code: 'not_understood' });
    expect(await codeOf(json(200, { username: 'x' }))).toMatchObject({ code: 'not_understood' });
  });

  test.each([
    ['generate-password', generatedPassword],
    ['generate-2fa', generatedAuthenticator],
    ['authenticate-user', authenticated],
  ] as const)('a success of %s that lacks a field is no success', async (name, fixture) => {
    const whole = (await fixture().json()) as Record<string, unknown>;
    for (const missing of Object.keys(whole)) {
      const rest = Object.entries(whole).filter(([field]) => field !== missing);
      serviceAnswering(json(200, Object.fromEntries(rest)));
      const result = await call(name, LOGIN);
      expect(result, missing).toMatchObject({ ok: false, problem: { code: 'not_understood' } });
    }
  });

  test('a code that is not in the contract does not pass for one', async () => {
    expect(await codeOf(problem(400, 'toString'))).toMatchObject({ code: 'not_understood' });
  });

  test('a lost network', async () => {
    expect(await codeOf(new TypeError('Failed to fetch'))).toMatchObject({ code: 'no_answer' });
  });
});
