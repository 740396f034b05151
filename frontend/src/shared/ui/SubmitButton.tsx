import { useEffect, type MouseEvent } from 'react';
import type { Submission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';
import { useAnnounce } from './announce';

interface SubmitButtonProps {
  readonly submission: Submission;
  readonly label: string;
}

/** Stays reachable while it waits: a button that vanishes from the focus order confuses. */
export function SubmitButton({ submission, label }: SubmitButtonProps) {
  const { m } = useI18n();
  const announce = useAnnounce();
  const { busy, failure, secondsLeft, remind } = submission;
  const again = failure !== null && failure.retryAt !== null;

  useEffect(() => {
    if (!busy) return;
    announce(m.working);
    return () => announce('');
  }, [busy, announce, m]);

  // Enter in a field comes here too: browsers then press the form's button.
  const onClick = (event: MouseEvent) => {
    if (secondsLeft === 0) return;
    event.preventDefault();
    remind();
  };

  return (
    <button
      type="submit"
      className="button button-primary"
      aria-disabled={busy || secondsLeft > 0 ? true : undefined}
      onClick={onClick}
    >
      {busy ? m.working : again ? m.wait.action : label}
    </button>
  );
}
