import { authenticate } from '@/shared/api/functions';
import type { Ticket } from '@/shared/api/result';
import type { Authenticated } from '@/shared/api/schema';
import { useForm } from '@/shared/forms/useForm';
import { useI18n } from '@/shared/i18n/i18n';
import { CodeField } from '@/shared/ui/CodeField';
import { Form } from '@/shared/ui/Form';
import { PasswordField } from '@/shared/ui/PasswordField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';
import { UsernameField } from '@/shared/ui/UsernameField';

interface SignInProps {
  readonly onSignedIn: (login: Authenticated) => void;
  readonly onExpired: (username: string, ticket: Ticket) => void;
  /** Null where nobody can create an account. */
  readonly onCreateAccount: (() => void) | null;
}

export function SignIn({ onSignedIn, onExpired, onCreateAccount }: SignInProps) {
  const { m } = useI18n();
  const form = useForm({
    fields: ['username', 'password', 'code'],
    send: authenticate,
    onSuccess: onSignedIn,
    onExpired: (ticket, { username }) => onExpired(username, ticket),
  });

  return (
    <>
      <ScreenHeading title={m.signIn.title} lead={m.signIn.lead} />
      <ProblemNotice submission={form.submission} />
      <Form form={form} action={m.signIn.action}>
        <UsernameField {...form.field('username')} />
        <PasswordField {...form.field('password')} autoComplete="current-password" />
        <CodeField {...form.field('code')} />
      </Form>
      {onCreateAccount !== null && (
        <SecondaryAction
          lead={m.signIn.noAccount}
          label={m.signIn.create}
          onClick={onCreateAccount}
        />
      )}
    </>
  );
}
