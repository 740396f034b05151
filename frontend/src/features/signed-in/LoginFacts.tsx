import type { Authenticated } from '@/shared/api/schema';
import { useI18n } from '@/shared/i18n/i18n';

/** By these a user can see that somebody else was there. */
export function LoginFacts({ login }: { readonly login: Authenticated }) {
  const { m } = useI18n();
  const { username, previousLoginAt, credentialsExpireAt } = login;
  return (
    <dl className="facts">
      <dt>{m.signedIn.username}</dt>
      <dd>{username}</dd>
      <dt>{m.signedIn.previousLogin}</dt>
      <dd>
        <Moment at={previousLoginAt} otherwise={m.signedIn.firstLogin} />
      </dd>
      <dt>{m.signedIn.expiry}</dt>
      <dd>
        <Moment at={credentialsExpireAt} otherwise={m.signedIn.noExpiry} />
      </dd>
    </dl>
  );
}

function Moment({ at, otherwise }: { readonly at: string | null; readonly otherwise: string }) {
  const { dates } = useI18n();
  return at === null ? otherwise : <time dateTime={at}>{dates.dateTime(at)}</time>;
}
