import { en, type Messages } from './en';
import { fr } from './fr';

export type Language = 'en' | 'fr';

export const CATALOGUES: Readonly<Record<Language, Messages>> = { en, fr };

const PARAMETER = 'lang';

/** What the address asks for, else the first of the browser's languages that we speak. */
export function chooseLanguage(search: string, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(search).get(PARAMETER);
  const wishes = asked === null ? preferred : [asked, ...preferred];
  return wishes.map((wish) => languageOf(wish)).find((language) => language !== null) ?? 'en';
}

/** Keeps the choice over a reload. It is all that the address ever holds. */
export function rememberInAddress(language: Language): void {
  history.replaceState(null, '', `?${PARAMETER}=${language}`);
}

/** The user's own region for dates, where it speaks the language of the page. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => languageOf(tag) === language) ?? language;
}

function languageOf(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'fr' || primary === 'en' ? primary : null;
}
