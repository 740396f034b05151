import { useState } from 'react';
import type { Authenticated } from '@/shared/api/schema';
import { useI18n } from '@/shared/i18n/i18n';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { LoginFacts } from './LoginFacts';

/** What the sign-in was the end of. */
export type Occasion = 'login' | 'signUp' | 'renewal';

interface SignedInProps {
  readonly occasion: Occasion;
  readonly login: Authenticated;
  readonly onRenew: () => void;
  readonly onSignOut: () => void;
}

const REMINDER_MS = 30 * 24 * 60 * 60 * 1000;

export function SignedIn({ occasion, login, onRenew, onSignOut }: SignedInProps) {
  const { m, dates } = useI18n();
  const [now] = useState(() => Date.now());
  const { username, credentialsExpireAt: end, previousLoginAt } = login;
  const endsSoon = end !== null && Date.parse(end) - now < REMINDER_MS;
  const words = {
    login: { title: m.signedIn.title(username), lead: m.signedIn.lead },
    signUp: { title: m.signedIn.accountReady, lead: m.signedIn.accountReadyLead },
    renewal: { title: m.signedIn.renewed, lead: m.signedIn.renewedLead },
  }[occasion];

  return (
    <>
      <ScreenHeading {...words} pageTitle={occasion === 'login' ? m.service : words.title} />
      {endsSoon && occasion === 'login' && (
        <p className="notice">{m.signedIn.endsSoon(dates.fromNow(end, now))}</p>
      )}
      <LoginFacts login={login} />
      {previousLoginAt !== null && occasion === 'login' && <p>{m.signedIn.notYou}</p>}
      <div className="actions">
        <button type="button" className="button button-primary" onClick={onSignOut}>
          {m.signedIn.signOut}
        </button>
        {occasion === 'login' && (
          <button type="button" className="button" onClick={onRenew}>
            {m.signedIn.renew}
          </button>
        )}
      </div>
    </>
  );
}
