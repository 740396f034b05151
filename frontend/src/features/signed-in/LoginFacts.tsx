import type { Authenticated } from '@/shared/api/schema';
import { useI18n } from '@/shared/i18n/i18n';

/** The previous login lets users notice that someone else has used their account. */
export function LoginFacts({ login }: { readonly login: Authenticated }) {
  const { m } = useI18n();
  const { username, previousLoginAt, credentialsExpireAt } = login;
  return (
    <dl className="facts">
      <dt>{m.signedIn.username}</dt>
      <dd>{username}</dd>
      <dt>{m.signedIn.previousLogin}</dt>
      <dd>
        <DateTime at={previousLoginAt} otherwise={m.signedIn.firstLogin} />
      </dd>
      <dt>{m.signedIn.expiry}</dt>
      <dd>
        <DateTime at={credentialsExpireAt} otherwise={m.signedIn.noExpiry} />
      </dd>
    </dl>
  );
}

function DateTime({ at, otherwise }: { readonly at: string | null; readonly otherwise: string }) {
  const { dates } = useI18n();
  return at === null ? otherwise : <time dateTime={at}>{dates.dateTime(at)}</time>;
}
