import { inGroupsOfFour } from '@/shared/forms/fields';
import { useI18n } from '@/shared/i18n/i18n';
import { CopyButton } from '@/shared/ui/CopyButton';

interface SetupKeyProps {
  readonly username: string;
  readonly secret: string;
}

/** The key as text, for people who have no camera or cannot see the QR code. */
export function SetupKey({ username, secret }: SetupKeyProps) {
  const { m } = useI18n();
  return (
    <section className="key">
      <h2>{m.authenticator.type}</h2>
      <p className="field-hint">{m.authenticator.typeHint}</p>
      <dl className="facts">
        <dt>{m.authenticator.account}</dt>
        <dd>{username}</dd>
        <dt>{m.authenticator.key}</dt>
        <dd>
          <code className="key-groups" translate="no">
            {inGroupsOfFour(secret).join(' ')}
          </code>
        </dd>
      </dl>
      <CopyButton text={secret} label={m.copy.key} doneMessage={m.copy.keyDone} />
    </section>
  );
}
