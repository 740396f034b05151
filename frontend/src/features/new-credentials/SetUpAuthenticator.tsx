import type { GeneratedAuthenticator } from '@/shared/api/schema';
import { useI18n } from '@/shared/i18n/i18n';
import { QrCode } from '@/shared/ui/QrCode';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';
import { Slip } from '@/shared/ui/Slip';
import type { Purpose } from './purpose';
import { SetupKey } from './SetupKey';
import { useLeaveWarning } from './useLeaveWarning';

interface SetUpAuthenticatorProps {
  readonly purpose: Purpose;
  readonly authenticator: GeneratedAuthenticator;
  readonly onAdded: () => void;
  readonly onStop: () => void;
}

/** Three ways to add the same entry: a camera, a link if the app is on this device, and typing. */
export function SetUpAuthenticator(props: SetUpAuthenticatorProps) {
  const { purpose, authenticator, onAdded, onStop } = props;
  const { m } = useI18n();
  useLeaveWarning();

  return (
    <>
      <ScreenHeading title={m.authenticator.title} lead={m.authenticator.lead} />
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
        <SetupKey username={authenticator.username} secret={authenticator.secret} />
      </Slip>
      <div className="actions">
        <button type="button" className="button button-primary" onClick={onAdded}>
          {m.authenticator.action}
        </button>
      </div>
      <SecondaryAction label={m.stop[purpose]} onClick={onStop} />
    </>
  );
}
