import { describe, expect, test } from 'vitest';
import { FIELDS, inGroupsOfFour, type FieldName } from './fields';

const check = (name: FieldName, text: string) => FIELDS[name].check(FIELDS[name].normalize(text));

describe('usernames', () => {
  test.each(['abc', 'michel.ranu', 'A-b_9', ' abc\n', 'x'.repeat(64)])('accepts %j', (text) => {
    expect(check('username', text)).toBeNull();
  });

  test.each(['', 'ab', 'é.ranu', 'a b', 'a\nbc', '\u212Aelvin', 'x'.repeat(65)])(
    'rejects %j',
    (text) => {
      expect(check('username', text)).toMatch(/^username/);
    },
  );

  test('are matched up to their very end', () => {
    expect(FIELDS.username.check('abc\n')).toBe('usernameInvalid');
  });
});

describe('passwords', () => {
  test.each([
    ['', 'passwordMissing'],
    ['x'.repeat(128), null],
    [' x ', null],
    ['\u{1F511}'.repeat(128), null],
    ['x'.repeat(129), 'passwordTooLong'],
  ])('%j: %s', (text, error) => {
    expect(check('password', text)).toBe(error);
  });

  test('are sent exactly as typed', () => {
    expect(FIELDS.password.normalize(' x ')).toBe(' x ');
  });
});

describe('codes', () => {
  test.each(['', '12345', '1234567', '+12345', '１２３４５６', '12345a'])('rejects %j', (text) => {
    expect(check('code', text)).toBe('codeInvalid');
  });

  test.each(['123456', '123 456', ' 123-456 ', '123\u00a0456', '123\u2009456\n'])(
    'accepts %j',
    (text) => {
      expect(check('code', text)).toBeNull();
    },
  );
});

test('shows a key in groups of four', () => {
  expect(inGroupsOfFour('ABCDEFGHIJ')).toEqual(['ABCD', 'EFGH', 'IJ']);
});
