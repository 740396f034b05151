import type { Submission } from '@/shared/forms/useSubmission';
import { useI18n } from '@/shared/i18n/i18n';

interface SubmitButtonProps {
  readonly submission: Submission;
  readonly label: string;
}

/** Stays reachable while it waits: a button that vanishes from the focus order confuses. */
export function SubmitButton({ submission, label }: SubmitButtonProps) {
  const { m } = useI18n();
  const { busy, failure, secondsLeft } = submission;
  const again = failure !== null && failure.retryAt !== null;
  return (
    <button
      type="submit"
      className="button button-primary"
      aria-disabled={busy || secondsLeft > 0 ? true : undefined}
    >
      {busy ? m.working : again ? m.wait.action : label}
    </button>
  );
}
