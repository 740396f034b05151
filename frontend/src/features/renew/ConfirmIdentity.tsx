import { useState, type SubmitEvent } from 'react';
import { authenticate, type LoginResult, type Ticket } from '@/shared/api/functions';
import { spendsCode, type Problem } from '@/shared/api/problem';
import { codeFault, passwordFault } from '@/shared/forms/rules';
import { useFieldErrors } from '@/shared/forms/useFieldErrors';
import { useSubmission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { CodeField } from '@/shared/ui/CodeField';
import { PasswordField } from '@/shared/ui/PasswordField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SubmitButton } from '@/shared/ui/SubmitButton';
import { UsernameField } from '@/shared/ui/UsernameField';

interface ConfirmIdentityProps {
  readonly username: string;
  readonly onConfirmed: (ticket: Ticket) => void;
  readonly onExpired: (ticket: Ticket) => void;
  readonly onCancel: () => void;
}

/** Both factors again: having signed in a while ago gives nobody new credentials. */
export function ConfirmIdentity(props: ConfirmIdentityProps) {
  const { username, onConfirmed, onExpired, onCancel } = props;
  const { m } = useI18n();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { errorOf, areFine } = useFieldErrors<'password' | 'code'>();
  const submission = useSubmission();

  const send = () => authenticate({ username, password, code, renew: true });

  const settle = (result: LoginResult): Problem | null => {
    if (result.kind === 'expired') onExpired(result.ticket);
    if (result.kind === 'accepted') {
      if (result.ticket === null) return { code: 'not_understood', waitSeconds: null };
      onConfirmed(result.ticket);
    }
    if (result.kind !== 'failed') return null;
    if (spendsCode(result.problem)) setCode('');
    return result.problem;
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    const fine = areFine(event, {
      password: passwordFault(password),
      code: codeFault(code),
    });
    if (fine) submission.run(send, settle);
  };

  return (
    <>
      <ScreenHeading title={m.renew.title} lead={m.renew.lead} />
      <ProblemNotice submission={submission} />
      <form className="form" onSubmit={onSubmit} noValidate>
        <UsernameField value={username} />
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <CodeField
          value={code}
          onChange={setCode}
          error={errorOf('code')}
          hint={m.fields.codeHintRenewal}
        />
        <SubmitButton submission={submission} label={m.renew.action} />
      </form>
      <p className="aside">
        <button type="button" className="button button-quiet" onClick={onCancel}>
          {m.renew.cancel}
        </button>
      </p>
    </>
  );
}
