import { useEffect, useId, useRef } from 'react';
import type { ProblemCode } from '@/shared/api/problem';
import type { Submission } from '@/shared/forms/useSubmission';
import { clock } from '@/shared/i18n/dates';
import { useI18n } from '@/shared/i18n/i18n';

interface ProblemNoticeProps {
  readonly submission: Submission;
  /** Where a code means something more exact than everywhere. */
  readonly words?: Partial<Record<ProblemCode, string>>;
}

/** What went wrong with the last attempt. It takes the focus, and so is heard and seen. */
export function ProblemNotice({ submission, words }: ProblemNoticeProps) {
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
      <p id={`${id}-text`}>{words?.[code] ?? text}</p>
      {failure.retryAt !== null && (
        <>
          {secondsLeft > 0 && <p>{m.wait.remaining(clock(secondsLeft))}</p>}
          {/* Only the end of the wait is announced, not each second of it. */}
          <p role="status">{secondsLeft > 0 ? '' : m.wait.over}</p>
        </>
      )}
    </div>
  );
}
