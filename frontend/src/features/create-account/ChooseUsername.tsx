import { useState, type SubmitEvent } from 'react';
import { generatePassword } from '@/shared/api/functions';
import type { Result } from '@/shared/api/call';
import type { GeneratedPassword } from '@/shared/api/schema';
import { usernameFault } from '@/shared/forms/rules';
import { useFieldErrors } from '@/shared/forms/useFieldErrors';
import { useSubmission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SubmitButton } from '@/shared/ui/SubmitButton';
import { UsernameField } from '@/shared/ui/UsernameField';

interface ChooseUsernameProps {
  readonly onGenerated: (credentials: GeneratedPassword) => void;
  readonly onCancel: () => void;
}

export function ChooseUsername({ onGenerated, onCancel }: ChooseUsernameProps) {
  const { m } = useI18n();
  const [username, setUsername] = useState('');
  const { errorOf, areFine } = useFieldErrors<'username'>();
  const submission = useSubmission();

  const send = () => generatePassword(username.trim());

  const settle = (result: Result<GeneratedPassword>) => {
    if (!result.ok) return result.problem;
    onGenerated(result.answer);
    return null;
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    const fine = areFine(event, {
      username: usernameFault(username.trim()),
    });
    if (fine) submission.run(send, settle);
  };

  return (
    <>
      <ScreenHeading
        title={m.createAccount.title}
        lead={m.createAccount.lead}
        step={{ number: 1, of: m.steps.names.length }}
      />
      <ProblemNotice submission={submission} />
      <form className="form" onSubmit={onSubmit} noValidate>
        <UsernameField
          value={username}
          onChange={setUsername}
          error={errorOf('username')}
          withHint
        />
        <section className="needs">
          <h2>{m.createAccount.needs}</h2>
          <ul>
            {m.createAccount.need.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </section>
        <SubmitButton submission={submission} label={m.createAccount.action} />
      </form>
      <p className="aside">
        <button type="button" className="button button-quiet" onClick={onCancel}>
          {m.createAccount.cancel}
        </button>
      </p>
    </>
  );
}
