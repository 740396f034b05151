import { CATALOGUES } from '@/shared/i18n/language';
import { useI18n } from '@/shared/i18n/i18n';
import { useAnnounce } from '@/shared/ui/announce';

export function Letterhead() {
  const { m, language, setLanguage } = useI18n();
  const announce = useAnnounce();
  const other = language === 'en' ? 'fr' : 'en';

  const change = () => {
    setLanguage(other);
    announce(CATALOGUES[other].languageChanged);
  };

  return (
    <header className="letterhead">
      <p className="wordmark">
        <span className="wordmark-name">COFRAP</span>
        <span className="wordmark-service">{m.service}</span>
      </p>
      <button type="button" className="button button-quiet" lang={other} onClick={change}>
        {m.otherLanguage}
      </button>
    </header>
  );
}
