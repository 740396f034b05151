import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { datesIn } from './dates';
import { I18nContext, type I18n } from './i18n';
import { CATALOGUES, chooseLanguage, localeFor, keepInUrl } from './language';

export function I18nProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    chooseLanguage(location.search, navigator.languages),
  );

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const i18n = useMemo<I18n>(
    () => ({
      language,
      setLanguage: (chosen) => {
        keepInUrl(chosen);
        setLanguage(chosen);
      },
      m: CATALOGUES[language],
      dates: datesIn(localeFor(language, navigator.languages)),
    }),
    [language],
  );

  return <I18nContext value={i18n}>{children}</I18nContext>;
}
