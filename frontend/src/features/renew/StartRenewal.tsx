import { generatePassword } from '@/shared/api/functions';
import type { Ticket } from '@/shared/api/result';
import type { GeneratedPassword } from '@/shared/api/schema';
import { useForm } from '@/shared/forms/useForm';
import { useI18n } from '@/shared/i18n/i18n';
import { Form } from '@/shared/ui/Form';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';

interface StartRenewalProps {
  readonly reason: 'expired' | 'requested';
  readonly username: string;
  readonly ticket: Ticket;
  readonly onGenerated: (credentials: GeneratedPassword) => void;
  readonly onCancel: () => void;
}

/** Losing a response costs nothing here: the same ticket can be used again. */
export function StartRenewal(props: StartRenewalProps) {
  const { reason, username, ticket, onGenerated, onCancel } = props;
  const { m, dates } = useI18n();
  const form = useForm({
    fields: [],
    send: () => generatePassword(username, ticket),
    onSuccess: onGenerated,
  });
  const ticketExpired = form.submission.failure?.problem.code === 'invalid_ticket';
  const { title, lead, until } = m.startRenewal[reason];

  return (
    <>
      <ScreenHeading title={title} lead={lead} />
      <ProblemNotice submission={form.submission} />
      {ticketExpired ? (
        <div className="actions">
          <button type="button" className="button button-primary" onClick={onCancel}>
            {m.startRenewal.cancel}
          </button>
        </div>
      ) : (
        <>
          <Form form={form} action={m.startRenewal.action}>
            <p>{until(dates.time(ticket.expiresAt))}</p>
          </Form>
          <SecondaryAction label={m.startRenewal.cancel} onClick={onCancel} />
        </>
      )}
    </>
  );
}
