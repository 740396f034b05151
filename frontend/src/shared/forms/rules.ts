/** What the service refuses before it looks anything up, so that the page can say it first. */
const USERNAME = /^[A-Za-z0-9._-]{3,64}$/;
const CODE = /^[0-9]{6}$/;

const LONGEST_PASSWORD = 128;

export type FieldFault =
  'usernameMissing' | 'usernameInvalid' | 'passwordMissing' | 'passwordTooLong' | 'codeInvalid';

export function usernameFault(text: string): FieldFault | null {
  if (text === '') return 'usernameMissing';
  return USERNAME.test(text) ? null : 'usernameInvalid';
}

export function passwordFault(text: string): FieldFault | null {
  if (text === '') return 'passwordMissing';
  // Code points, as the service counts.
  return Array.from(text).length > LONGEST_PASSWORD ? 'passwordTooLong' : null;
}

export const codeFault = (text: string): FieldFault | null =>
  CODE.test(text) ? null : 'codeInvalid';

/** Apps show `123 456`, and people copy it so. */
export const withoutGaps = (text: string): string => text.replaceAll(/[\s\u2010-\u2015-]/g, '');

/** `ABCDEFGH` becomes `ABCD EFGH`, to be read and typed. */
export const inGroupsOfFour = (text: string): readonly string[] => text.match(/.{1,4}/g) ?? [];
