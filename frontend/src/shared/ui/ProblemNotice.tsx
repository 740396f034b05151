import { useEffect, useId, useRef } from 'react';
import type { ProblemCode } from '@/shared/api/problem';
import type { Submission } from '@/shared/forms/useSubmission';
import { countdown } from '@/shared/i18n/dates';
import { useI18n } from '@/shared/i18n/i18n';

interface ProblemNoticeProps {
  readonly submission: Submission;
  /** Replaces the general text of a code with what it means on this screen. */
  readonly texts?: Partial<Record<ProblemCode, string>>;
}

/** What went wrong with the last attempt. It takes the focus, so that screen readers announce it. */
export function ProblemNotice({ submission, texts }: ProblemNoticeProps) {
  const { m } = useI18n();
  const { failure, secondsLeft } = submission;
  const id = useId();
  const notice = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (failure !== null) notice.current?.focus();
  }, [failure]);

  if (failure === null) return null;
  const { code } = failure.problem;
  const { title, text } = m.problems[code];

  return (
    <div
      className="notice notice-problem"
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      ref={notice}
      tabIndex={-1}
      data-problem={code}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{texts?.[code] ?? text}</p>
      {failure.retryAt !== null && (
        <>
          {secondsLeft > 0 && <p>{m.wait.remaining(countdown(secondsLeft))}</p>}
          {/* Announced when the wait ends, not on every second of it. */}
          <p role="status">{secondsLeft > 0 ? '' : m.wait.over}</p>
        </>
      )}
    </div>
  );
}
