import type { GeneratedAuthenticator } from '@/shared/api/schema';
import { useI18n } from '@/shared/i18n/i18n';
import { QrCode } from '@/shared/ui/QrCode';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { Slip } from '@/shared/ui/Slip';
import { KeyAsText } from './KeyAsText';
import type { Purpose } from './purpose';
import { StopButton } from './StopButton';
import { useLeaveWarning } from './useLeaveWarning';

interface SetUpAuthenticatorProps {
  readonly purpose: Purpose;
  readonly authenticator: GeneratedAuthenticator;
  readonly onAdded: () => void;
  readonly onStop: () => void;
}

/** Three ways to the same entry: a camera, a link for who reads this on the phone, and typing. */
export function SetUpAuthenticator(props: SetUpAuthenticatorProps) {
  const { purpose, authenticator, onAdded, onStop } = props;
  const { m } = useI18n();
  useLeaveWarning();

  return (
    <>
      <ScreenHeading
        title={m.authenticator.title}
        lead={m.authenticator.lead}
        step={{ number: 3, of: m.steps.names.length }}
      />
      {purpose === 'renewal' && <p className="notice">{m.authenticator.renewal}</p>}
      <Slip label={m.authenticator.slip}>
        <p className="open-app">
          <a className="button" href={authenticator.otpauthUri}>
            {m.authenticator.open}
          </a>
          <span className="field-hint">{m.authenticator.openHint}</span>
        </p>
        <QrCode
          src={authenticator.qrCode}
          alt={m.authenticator.qrCode}
          caption={m.authenticator.scan}
        />
        <KeyAsText username={authenticator.username} secret={authenticator.secret} />
      </Slip>
      <div className="actions">
        <button type="button" className="button button-primary" onClick={onAdded}>
          {m.authenticator.action}
        </button>
      </div>
      <StopButton purpose={purpose} onStop={onStop} />
    </>
  );
}
