/** The rules that the page checks before it sends anything are those of `docs/openapi.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CODE, PASSWORD, USERNAME } from '@/shared/forms/fields';
import { CATALOGUES } from '@/shared/i18n/language';

interface StringSchema {
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: string;
}

interface Contract {
  readonly components: {
    readonly schemas: {
      readonly UsernameInput: StringSchema;
      readonly PasswordInput: StringSchema;
      readonly LoginRequest: { readonly properties: { readonly code: StringSchema } };
    };
  };
}

const file = join(import.meta.dirname, '..', '..', 'docs', 'openapi.yaml');
const { UsernameInput, PasswordInput, LoginRequest } = (
  parse(readFileSync(file, 'utf8')) as Contract
).components.schemas;

test('usernames', () => {
  const { minLength: min, maxLength: max, pattern } = UsernameInput;
  expect({ ...USERNAME, pattern: USERNAME.pattern.source }).toEqual({ min, max, pattern });
});

test('passwords', () => {
  expect(PASSWORD.max).toBe(PasswordInput.maxLength);
});

test('codes', () => {
  expect(CODE.pattern.source).toBe(LoginRequest.properties.code.pattern);
});

describe.each(['en', 'fr'] as const)('the texts in %s name the limits', (language) => {
  const { fields } = CATALOGUES[language];

  test.each([fields.usernameHint, fields.usernameInvalid])('%s', (text) => {
    expect(text.match(/\d+/g)?.map(Number)).toEqual([
      UsernameInput.minLength,
      UsernameInput.maxLength,
    ]);
  });

  test('passwordTooLong', () => {
    expect(fields.passwordTooLong).toContain(` ${PasswordInput.maxLength} `);
  });
});
