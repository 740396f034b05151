import { inGroupsOfFour } from '@/shared/forms/rules';
import { useI18n } from '@/shared/i18n/i18n';
import { CopyButton } from '@/shared/ui/CopyButton';

interface KeyAsTextProps {
  readonly username: string;
  readonly secret: string;
}

/** For who has no camera, or does not see the picture. */
export function KeyAsText({ username, secret }: KeyAsTextProps) {
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
