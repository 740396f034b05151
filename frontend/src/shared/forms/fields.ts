/** The service rejects these before any lookup, so the page can report them without a request. */
export type FieldError =
  'usernameMissing' | 'usernameInvalid' | 'passwordMissing' | 'passwordTooLong' | 'codeInvalid';

interface FieldRule {
  /** What is sent instead of the text as typed. */
  readonly normalize: (text: string) => string;
  readonly check: (text: string) => FieldError | null;
}

export const USERNAME = { min: 3, max: 64, pattern: /^[A-Za-z0-9._-]{3,64}$/ };
export const PASSWORD = { max: 128 };
export const CODE = { pattern: /^[0-9]{6}$/ };

export type FieldName = 'username' | 'password' | 'code';

export const FIELDS: Readonly<Record<FieldName, FieldRule>> = {
  username: {
    normalize: (text) => text.trim(),
    check: (text) => {
      if (text === '') return 'usernameMissing';
      return USERNAME.pattern.test(text) ? null : 'usernameInvalid';
    },
  },
  password: {
    normalize: (text) => text,
    check: (text) => {
      if (text === '') return 'passwordMissing';
      // Code points, which is what the service counts.
      return Array.from(text).length > PASSWORD.max ? 'passwordTooLong' : null;
    },
  },
  code: {
    normalize: withoutSeparators,
    check: (text) => (CODE.pattern.test(text) ? null : 'codeInvalid'),
  },
};

/** Apps show `123 456`, and people copy it like that. */
export function withoutSeparators(text: string): string {
  return text.replaceAll(/[\s\u2010-\u2015-]/g, '');
}

/** `ABCDEFGH` becomes `ABCD EFGH`, which is easier to read and type. */
export const inGroupsOfFour = (text: string): readonly string[] => text.match(/.{1,4}/g) ?? [];
