import { en, type Messages } from './en';
import { fr } from './fr';

export type Language = 'en' | 'fr';

export const CATALOGUES: Readonly<Record<Language, Messages>> = { en, fr };

const PARAMETER = 'lang';

/** The language in the URL, otherwise the first supported one of the browser's languages. */
export function chooseLanguage(search: string, preferred: readonly string[]): Language {
  const requested = new URLSearchParams(search).get(PARAMETER);
  const tags = requested === null ? preferred : [requested, ...preferred];
  return tags.map((tag) => languageOf(tag)).find((language) => language !== null) ?? 'en';
}

/** Keeps the choice across reloads. The URL never contains anything else. */
export function keepInUrl(language: Language): void {
  history.replaceState(null, '', `?${PARAMETER}=${language}`);
}

/** The user's own regional format for dates, if its language is that of the page. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => languageOf(tag) === language) ?? language;
}

function languageOf(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'fr' || primary === 'en' ? primary : null;
}
