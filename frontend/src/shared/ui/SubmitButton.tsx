import { useEffect, type MouseEvent } from 'react';
import type { Submission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { useAnnounce } from './announce';

interface SubmitButtonProps {
  readonly submission: Submission;
  readonly label: string;
}

/** Not disabled while it waits, because a button that leaves the focus order is confusing. */
export function SubmitButton({ submission, label }: SubmitButtonProps) {
  const { m } = useI18n();
  const announce = useAnnounce();
  const { busy, failure, secondsLeft, showFailureAgain } = submission;
  const isRetry = failure !== null && failure.retryAt !== null;

  useEffect(() => {
    if (!busy) return;
    announce(m.working);
    return () => announce('');
  }, [busy, announce, m]);

  // Enter in a field also ends up here, because browsers click the form's submit button.
  const onClick = (event: MouseEvent) => {
    if (secondsLeft === 0) return;
    event.preventDefault();
    showFailureAgain();
  };

  return (
    <button
      type="submit"
      className="button button-primary"
      aria-disabled={busy || secondsLeft > 0 ? true : undefined}
      onClick={onClick}
    >
      {busy ? m.working : isRetry ? m.wait.action : label}
    </button>
  );
}
