import { useState, type SubmitEvent } from 'react';
import { authenticate, type LoginResult } from '@/shared/api/functions';
import { spendsCode, type Problem } from '@/shared/api/problem';
import type { Authenticated } from '@/shared/api/schema';
import { codeFault } from '@/shared/forms/rules';
import { useFieldErrors } from '@/shared/forms/useFieldErrors';
import { useSubmission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { CodeField } from '@/shared/ui/CodeField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SubmitButton } from '@/shared/ui/SubmitButton';
import type { Purpose } from './purpose';
import { StopButton } from './StopButton';
import { useLeaveWarning } from './useLeaveWarning';

interface FirstCodeProps {
  readonly purpose: Purpose;
  readonly username: string;
  readonly password: string;
  readonly onActivated: (login: Authenticated) => void;
  readonly onShowKey: () => void;
  readonly onStop: () => void;
}

/** The first login with the new password and a code of the new key: it activates both. */
export function FirstCode(props: FirstCodeProps) {
  const { purpose, username, password, onActivated, onShowKey, onStop } = props;
  const { m } = useI18n();
  const [code, setCode] = useState('');
  const { errorOf, areFine } = useFieldErrors<'code'>();
  const submission = useSubmission();
  useLeaveWarning();

  const send = () => authenticate({ username, password, code });

  const settle = (result: LoginResult): Problem | null => {
    if (result.kind === 'accepted') {
      onActivated(result.login);
      return null;
    }
    if (result.kind === 'expired') return { code: 'credentials_expired', waitSeconds: null };
    if (spendsCode(result.problem)) setCode('');
    return result.problem;
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    if (areFine(event, { code: codeFault(code) })) submission.run(send, settle);
  };

  return (
    <>
      <ScreenHeading
        title={m.firstCode.title}
        lead={m.firstCode[purpose]}
        step={{ number: 4, of: m.steps.names.length }}
      />
      <ProblemNotice
        submission={submission}
        words={{ invalid_credentials: m.firstCode.wrongCode }}
      />
      <form className="form" onSubmit={onSubmit} noValidate>
        <CodeField
          value={code}
          onChange={setCode}
          error={errorOf('code')}
          hint={purpose === 'renewal' ? m.firstCode.entry : undefined}
        />
        <SubmitButton submission={submission} label={m.firstCode.action[purpose]} />
      </form>
      <p className="aside">
        <button type="button" className="button button-quiet" onClick={onShowKey}>
          {m.firstCode.showAgain}
        </button>
      </p>
      <StopButton purpose={purpose} onStop={onStop} />
    </>
  );
}
