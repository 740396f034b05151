import { useState, type SubmitEvent } from 'react';
import { authenticate, type LoginResult, type Ticket } from '@/shared/api/functions';
import { spendsCode } from '@/shared/api/problem';
import type { Authenticated } from '@/shared/api/schema';
import { codeFault, passwordFault, usernameFault } from '@/shared/forms/rules';
import { useFieldErrors } from '@/shared/forms/useFieldErrors';
import { useSubmission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { CodeField } from '@/shared/ui/CodeField';
import { PasswordField } from '@/shared/ui/PasswordField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SubmitButton } from '@/shared/ui/SubmitButton';
import { UsernameField } from '@/shared/ui/UsernameField';

interface SignInProps {
  readonly onSignedIn: (login: Authenticated) => void;
  readonly onExpired: (username: string, ticket: Ticket) => void;
  readonly onCreateAccount: () => void;
}

export function SignIn({ onSignedIn, onExpired, onCreateAccount }: SignInProps) {
  const { m } = useI18n();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { errorOf, areFine } = useFieldErrors<'username' | 'password' | 'code'>();
  const submission = useSubmission();

  const send = () => authenticate({ username: username.trim(), password, code });

  const settle = (result: LoginResult) => {
    if (result.kind === 'accepted') onSignedIn(result.login);
    if (result.kind === 'expired') onExpired(username.trim(), result.ticket);
    if (result.kind !== 'failed') return null;
    if (spendsCode(result.problem)) setCode('');
    return result.problem;
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    const fine = areFine(event, {
      username: usernameFault(username.trim()),
      password: passwordFault(password),
      code: codeFault(code),
    });
    if (fine) submission.run(send, settle);
  };

  return (
    <>
      <ScreenHeading title={m.signIn.title} lead={m.signIn.lead} />
      <ProblemNotice submission={submission} />
      <form className="form" onSubmit={onSubmit} noValidate>
        <UsernameField value={username} onChange={setUsername} error={errorOf('username')} />
        <PasswordField
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <CodeField value={code} onChange={setCode} error={errorOf('code')} />
        <SubmitButton submission={submission} label={m.signIn.action} />
      </form>
      <p className="aside">
        {m.signIn.noAccount}{' '}
        <button type="button" className="button button-quiet" onClick={onCreateAccount}>
          {m.signIn.create}
        </button>
      </p>
    </>
  );
}
