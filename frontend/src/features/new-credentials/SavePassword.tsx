import type { SubmitEvent } from 'react';
import { generateAuthenticator } from '@/shared/api/functions';
import type { Result } from '@/shared/api/call';
import type { GeneratedAuthenticator, GeneratedPassword } from '@/shared/api/schema';
import { useSubmission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { CopyButton } from '@/shared/ui/CopyButton';
import { PasswordField } from '@/shared/ui/PasswordField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { QrCode } from '@/shared/ui/QrCode';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { Slip } from '@/shared/ui/Slip';
import { SubmitButton } from '@/shared/ui/SubmitButton';
import { UsernameField } from '@/shared/ui/UsernameField';
import type { Purpose } from './purpose';
import { StopButton } from './StopButton';
import { useLeaveWarning } from './useLeaveWarning';

interface SavePasswordProps {
  readonly purpose: Purpose;
  readonly credentials: GeneratedPassword;
  readonly onSaved: (authenticator: GeneratedAuthenticator) => void;
  readonly onStop: () => void;
}

/** The form and its field names are those of a new password: browsers then offer to keep it. */
export function SavePassword({ purpose, credentials, onSaved, onStop }: SavePasswordProps) {
  const { m, dates } = useI18n();
  const submission = useSubmission();
  useLeaveWarning();
  const { username, password, qrCode, pendingUntil, usableUntil } = credentials;

  const send = () => generateAuthenticator(username, password);

  const settle = (result: Result<GeneratedAuthenticator>) => {
    if (!result.ok) return result.problem;
    onSaved(result.answer);
    return null;
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submission.run(send, settle);
  };

  return (
    <>
      <ScreenHeading
        title={m.savePassword.title}
        lead={m.savePassword.lead}
        step={{ number: 2, of: m.steps.names.length }}
      />
      <form className="form" onSubmit={onSubmit} noValidate>
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
          submission={submission}
          words={{ invalid_credentials: m.savePassword.wrongPassword }}
        />
        <SubmitButton submission={submission} label={m.savePassword.action} />
      </form>
      <StopButton purpose={purpose} onStop={onStop} />
    </>
  );
}
