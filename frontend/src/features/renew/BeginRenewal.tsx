import type { SubmitEvent } from 'react';
import { generatePassword, type Ticket } from '@/shared/api/functions';
import type { Result } from '@/shared/api/call';
import type { GeneratedPassword } from '@/shared/api/schema';
import { useSubmission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SubmitButton } from '@/shared/ui/SubmitButton';

interface BeginRenewalProps {
  readonly reason: 'expired' | 'asked';
  readonly username: string;
  readonly ticket: Ticket;
  readonly onGenerated: (credentials: GeneratedPassword) => void;
  readonly onCancel: () => void;
}

/** A lost answer costs nothing here: the same ticket may ask again. */
export function BeginRenewal(props: BeginRenewalProps) {
  const { reason, username, ticket, onGenerated, onCancel } = props;
  const { m, dates } = useI18n();
  const submission = useSubmission();
  const ticketIsDead = submission.failure?.problem.code === 'invalid_ticket';
  const words =
    reason === 'expired'
      ? m.expired
      : { title: m.renew.confirmed, lead: m.renew.confirmedLead, until: m.renew.until };

  const send = () => generatePassword(username, ticket);

  const settle = (result: Result<GeneratedPassword>) => {
    if (!result.ok) return result.problem;
    onGenerated(result.answer);
    return null;
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submission.run(send, settle);
  };

  return (
    <>
      <ScreenHeading title={words.title} lead={words.lead} />
      <ProblemNotice submission={submission} />
      {ticketIsDead ? (
        <div className="actions">
          <button type="button" className="button button-primary" onClick={onCancel}>
            {m.renew.again}
          </button>
        </div>
      ) : (
        <>
          <form className="form" onSubmit={onSubmit}>
            <p>{words.until(dates.time(ticket.expiresAt))}</p>
            <SubmitButton submission={submission} label={m.expired.action} />
          </form>
          <p className="aside">
            <button type="button" className="button button-quiet" onClick={onCancel}>
              {m.renew.again}
            </button>
          </p>
        </>
      )}
    </>
  );
}
