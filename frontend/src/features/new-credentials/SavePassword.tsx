import { generateAuthenticator } from '@/shared/api/functions';
import type { GeneratedAuthenticator, GeneratedPassword } from '@/shared/api/schema';
import { useForm } from '@/shared/forms/useForm';
import { useI18n } from '@/shared/i18n/i18n';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Form } from '@/shared/ui/Form';
import { PasswordField } from '@/shared/ui/PasswordField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { QrCode } from '@/shared/ui/QrCode';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';
import { Slip } from '@/shared/ui/Slip';
import { UsernameField } from '@/shared/ui/UsernameField';
import type { Purpose } from './purpose';
import { useLeaveWarning } from './useLeaveWarning';

interface SavePasswordProps {
  readonly purpose: Purpose;
  readonly credentials: GeneratedPassword;
  readonly onSaved: (authenticator: GeneratedAuthenticator) => void;
  readonly onStop: () => void;
}

/** A form with the field names of a new password, so that browsers offer to save it. */
export function SavePassword({ purpose, credentials, onSaved, onStop }: SavePasswordProps) {
  const { m, dates } = useI18n();
  const { username, password, qrCode, pendingUntil, usableUntil } = credentials;
  const form = useForm({
    fields: [],
    send: () => generateAuthenticator(username, password),
    onSuccess: onSaved,
  });
  useLeaveWarning();

  return (
    <>
      <ScreenHeading title={m.savePassword.title} lead={m.savePassword.lead} />
      <Form form={form} action={m.savePassword.action}>
        <Slip label={m.savePassword.slip}>
          <UsernameField value={username} />
          <PasswordField value={password} autoComplete="new-password">
            <CopyButton text={password} label={m.copy.password} doneMessage={m.copy.passwordDone} />
          </PasswordField>
          <QrCode src={qrCode} alt={m.savePassword.qrCode} caption={m.savePassword.qrCaption} />
        </Slip>
        <p>
          {purpose === 'signUp'
            ? m.savePassword.signUpUntil(dates.time(pendingUntil))
            : m.savePassword.renewalUntil(dates.time(usableUntil))}
        </p>
        <ProblemNotice
          submission={form.submission}
          texts={{ invalid_credentials: m.savePassword.noLongerPending }}
        />
      </Form>
      <SecondaryAction label={m.stop[purpose]} onClick={onStop} />
    </>
  );
}
