import { useEffect, useRef } from 'react';
import type { SignUp } from '@/shared/api/settings';
import { I18nProvider } from '@/shared/i18n/I18nProvider';
import { CurrentStep } from '@/shared/steps';
import { useAnnounce } from '@/shared/ui/announce';
import { LiveRegion } from '@/shared/ui/LiveRegion';
import { CurrentScreen } from './CurrentScreen';
import { Letterhead } from './Letterhead';
import { stepOf } from './screen';
import { Steps } from './Steps';
import { useScreen } from './useScreen';

interface AppProps {
  readonly signUp: SignUp;
}

export function App({ signUp }: AppProps) {
  return (
    <I18nProvider>
      <LiveRegion>
        <Page signUp={signUp} />
      </LiveRegion>
    </I18nProvider>
  );
}

function Page({ signUp }: AppProps) {
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
          <CurrentScreen key={visit} screen={screen} go={go} signUp={signUp} />
        </main>
      </CurrentStep>
    </div>
  );
}
