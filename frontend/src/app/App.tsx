import { useEffect, useRef } from 'react';
import { I18nProvider } from '@/shared/i18n/I18nProvider';
import { CurrentStep } from '@/shared/steps';
import { useAnnounce } from '@/shared/ui/announce';
import { LiveRegion } from '@/shared/ui/LiveRegion';
import { CurrentScreen } from './CurrentScreen';
import { Letterhead } from './Letterhead';
import { stepOf } from './screen';
import { Steps } from './Steps';
import { useScreen } from './useScreen';

export function App() {
  return (
    <I18nProvider>
      <LiveRegion>
        <Page />
      </LiveRegion>
    </I18nProvider>
  );
}

function Page() {
  const { screen, visit, go } = useScreen();
  const announce = useAnnounce();
  const sheet = useRef<HTMLElement>(null);

  useEffect(() => {
    if (visit === 0) return;
    announce('');
    sheet.current?.querySelector('h1')?.focus();
  }, [visit, announce]);

  return (
    <div className="page">
      <div className="band" />
      <Letterhead />
      <CurrentStep value={stepOf(screen)}>
        <Steps />
        <main className="sheet" ref={sheet}>
          <CurrentScreen key={visit} screen={screen} go={go} />
        </main>
      </CurrentStep>
    </div>
  );
}
