import { expect, test } from 'vitest';
import { codeFault, inGroupsOfFour, passwordFault, usernameFault, withoutGaps } from './rules';

test.each(['abc', 'michel.ranu', 'A-b_9', 'x'.repeat(64)])('%s is a username', (name) => {
  expect(usernameFault(name)).toBeNull();
});

test.each(['', 'ab', 'é.ranu', 'a b', 'a\nbc', 'abc\n', '\u212Aelvin', 'x'.repeat(65)])(
  '%j is no username',
  (name) => {
    expect(usernameFault(name)).toMatch(/^username/);
  },
);

test.each([
  ['', 'passwordMissing'],
  ['x'.repeat(128), null],
  ['\u{1F511}'.repeat(128), null],
  ['x'.repeat(129), 'passwordTooLong'],
])('the password %j: %s', (password, fault) => {
  expect(passwordFault(password)).toBe(fault);
});

test.each(['', '12345', '1234567', '+12345', '１２３４５６', '12345a'])('%j is no code', (code) => {
  expect(codeFault(code)).toBe('codeInvalid');
});

test.each(['123456', '123 456', ' 123-456 ', '123\u00a0456', '123\u2009456\n'])(
  '%j is taken as a code',
  (pasted) => {
    expect(codeFault(withoutGaps(pasted))).toBeNull();
  },
);

test('a key is shown in groups of four', () => {
  expect(inGroupsOfFour('ABCDEFGHIJ')).toEqual(['ABCD', 'EFGH', 'IJ']);
});
