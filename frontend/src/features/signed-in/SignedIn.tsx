import { useState } from 'react';
import type { Authenticated } from '@/shared/api/schema';
import { useI18n } from '@/shared/i18n/i18n';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { LoginFacts } from './LoginFacts';

/** What led to this sign-in. */
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
  const { username, credentialsExpireAt, previousLoginAt } = login;
  const expiresSoon =
    credentialsExpireAt !== null && Date.parse(credentialsExpireAt) - now < REMINDER_MS;
  const heading = {
    login: { title: m.signedIn.title(username), lead: m.signedIn.lead },
    signUp: { title: m.signedIn.accountReady, lead: m.signedIn.accountReadyLead },
    renewal: { title: m.signedIn.renewed, lead: m.signedIn.renewedLead },
  }[occasion];

  return (
    <>
      <ScreenHeading {...heading} pageTitle={occasion === 'login' ? m.service : heading.title} />
      {expiresSoon && occasion === 'login' && (
        <p className="notice">{m.signedIn.expiresSoon(dates.fromNow(credentialsExpireAt, now))}</p>
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
