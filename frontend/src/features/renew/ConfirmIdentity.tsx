import { requestTicket } from '@/shared/api/functions';
import type { Ticket } from '@/shared/api/result';
import { useForm } from '@/shared/forms/useForm';
import { useI18n } from '@/shared/i18n/i18n';
import { CodeField } from '@/shared/ui/CodeField';
import { Form } from '@/shared/ui/Form';
import { PasswordField } from '@/shared/ui/PasswordField';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';
import { UsernameField } from '@/shared/ui/UsernameField';

interface ConfirmIdentityProps {
  readonly username: string;
  readonly onConfirmed: (ticket: Ticket) => void;
  readonly onExpired: (ticket: Ticket) => void;
  readonly onCancel: () => void;
}

/** Asks for both factors again: an earlier sign-in is not enough to get new credentials. */
export function ConfirmIdentity(props: ConfirmIdentityProps) {
  const { username, onConfirmed, onExpired, onCancel } = props;
  const { m } = useI18n();
  const form = useForm({
    fields: ['password', 'code'],
    send: (typed) => requestTicket({ username, ...typed }),
    onSuccess: onConfirmed,
    onExpired,
  });

  return (
    <>
      <ScreenHeading title={m.confirmIdentity.title} lead={m.confirmIdentity.lead} />
      <ProblemNotice submission={form.submission} />
      <Form form={form} action={m.confirmIdentity.action}>
        <UsernameField value={username} />
        <PasswordField {...form.field('password')} autoComplete="current-password" />
        <CodeField {...form.field('code')} hint={m.fields.codeHintRenewal} />
      </Form>
      <SecondaryAction label={m.confirmIdentity.cancel} onClick={onCancel} />
    </>
  );
}
