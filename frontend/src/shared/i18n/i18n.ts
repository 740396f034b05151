import { createContext, useContext } from 'react';
import type { Dates } from './dates';
import type { Messages } from './en';
import type { Language } from './language';

export interface I18n {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly m: Messages;
  readonly dates: Dates;
}

export const I18nContext = createContext<I18n | null>(null);

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (i18n === null) throw new Error('useI18n needs an I18nProvider around it');
  return i18n;
}
