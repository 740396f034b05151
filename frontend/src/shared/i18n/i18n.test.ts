import { describe, expect, test } from 'vitest';
import { countdown, datesIn } from './dates';
import { en } from './en';
import { fr } from './fr';
import { chooseLanguage, localeFor } from './language';

describe('the language', () => {
  test.each([
    ['', ['fr-CA', 'en'], 'fr'],
    ['', ['de', 'en-US'], 'en'],
    ['', ['de'], 'en'],
    ['?lang=fr', ['en'], 'fr'],
    ['?lang=xx', ['fr'], 'fr'],
  ])('for URL "%s" and browser languages %j is %s', (search, preferred, language) => {
    expect(chooseLanguage(search, preferred)).toBe(language);
  });

  test('uses the regional date format of the user', () => {
    expect(localeFor('en', ['fr', 'en-GB'])).toBe('en-GB');
    expect(localeFor('fr', ['en-GB'])).toBe('fr');
  });
});

describe('the catalogues', () => {
  type Entry = string | ((...values: string[]) => string) | { readonly [key: string]: Entry };
  const texts = (entry: Entry): string[] => {
    if (typeof entry === 'string') return [entry];
    if (typeof entry === 'function') return [entry('A', 'B')];
    return Object.values(entry).flatMap(texts);
  };

  test('have no empty text and no untranslated one', () => {
    const [english, french] = [texts(en as unknown as Entry), texts(fr as unknown as Entry)];
    expect(english.filter((text) => text.trim() === '')).toEqual([]);
    expect(french).toHaveLength(english.length);
    expect(french.filter((text) => english.includes(text))).toEqual([]);
  });

  test('use a no-break space before French high punctuation, and typographic apostrophes', () => {
    expect(
      texts(fr as unknown as Entry).filter((text) => /[^\u00a0][:;?!»]|«[^\u00a0]|'/.test(text)),
    ).toEqual([]);
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-20T21:00:00Z');

  test.each([
    ['2026-12-02T22:00:00Z', 'in 12 days'],
    ['2026-11-22T20:00:00Z', 'in 1 day'],
    ['2026-11-21T22:00:00Z', 'in 1 day'],
    ['2026-11-21T20:59:59Z', 'in 23 hours'],
    ['2026-11-20T21:00:20Z', 'in 1 minute'],
    ['2026-11-20T20:00:00Z', 'in 1 minute'],
  ])('%s is %s', (iso, words) => {
    expect(datesIn('en').fromNow(iso, now)).toBe(words);
  });

  test('a countdown shows minutes and seconds', () => {
    expect([countdown(0), countdown(9), countdown(75), countdown(900)]).toEqual([
      '0:00',
      '0:09',
      '1:15',
      '15:00',
    ]);
  });
});
