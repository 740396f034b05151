import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/shared/api/problem';
import { useCountdown } from './useCountdown';

/** A problem as it stands on the page. */
interface Failure {
  readonly problem: Problem;
  /** When it makes sense to try again, by this machine's clock; null: at once. */
  readonly retryAt: number | null;
  /** Tells two failures of one kind apart. */
  readonly count: number;
}

export interface Submission {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly secondsLeft: number;
  /**
   * One call at a time, and none while a wait is running. `settle` takes the answer and says what
   * went wrong, if anything; after the screen was left it is never called.
   */
  readonly run: <Answer>(
    call: () => Promise<Answer>,
    settle: (answer: Answer) => Problem | null,
  ) => void;
  /** Makes the failure heard and seen again, where somebody sends while a wait is running. */
  readonly remind: () => void;
}

export function useSubmission(): Submission {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const inFlight = useRef(false);
  const mounted = useMounted();
  const secondsLeft = useCountdown(failure?.retryAt ?? null);
  const waiting = secondsLeft > 0;

  const run = useCallback(
    <Answer>(call: () => Promise<Answer>, settle: (answer: Answer) => Problem | null) => {
      if (inFlight.current || waiting) return;
      inFlight.current = true;
      setBusy(true);
      void call().then((answer) => {
        inFlight.current = false;
        if (!mounted.current) return;
        const problem = settle(answer);
        setBusy(false);
        setFailure((last) => (problem === null ? null : failed(problem, last)));
      });
    },
    [mounted, waiting],
  );

  const remind = useCallback(() => setFailure((last) => last && { ...last }), []);

  return { busy, failure, secondsLeft, run, remind };
}

function failed(problem: Problem, last: Failure | null): Failure {
  const { waitSeconds } = problem;
  return {
    problem,
    retryAt: waitSeconds === null ? null : Date.now() + waitSeconds * 1000,
    count: (last?.count ?? 0) + 1,
  };
}

function useMounted() {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
