import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/shared/api/problem';
import { useCountdown } from './useCountdown';

/** A problem that the page is showing. */
interface Failure {
  readonly problem: Problem;
  /** When a retry makes sense, by this machine's clock; null means immediately. */
  readonly retryAt: number | null;
}

export interface Submission {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly secondsLeft: number;
  /**
   * Sends one request at a time, and none during a wait. `settle` handles the result and returns the
   * problem to show, if any; it is not called once the user has left the screen.
   */
  readonly run: <Result>(
    request: () => Promise<Result>,
    settle: (result: Result) => Problem | null,
  ) => void;
  /** Moves the focus back to the failure, for a user who submits during a wait. */
  readonly showFailureAgain: () => void;
}

export function useSubmission(): Submission {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const inFlight = useRef(false);
  const mounted = useMounted();
  const secondsLeft = useCountdown(failure?.retryAt ?? null);
  const waiting = secondsLeft > 0;

  const run = useCallback(
    <Result>(request: () => Promise<Result>, settle: (result: Result) => Problem | null) => {
      if (inFlight.current || waiting) return;
      inFlight.current = true;
      setBusy(true);
      void request().then((result) => {
        inFlight.current = false;
        if (!mounted.current) return;
        const problem = settle(result);
        setBusy(false);
        setFailure(problem === null ? null : failureOf(problem));
      });
    },
    [mounted, waiting],
  );

  const showFailureAgain = useCallback(() => setFailure((last) => last && { ...last }), []);

  return { busy, failure, secondsLeft, run, showFailureAgain };
}

function failureOf(problem: Problem): Failure {
  const { waitSeconds } = problem;
  return {
    problem,
    retryAt: waitSeconds === null ? null : Date.now() + waitSeconds * 1000,
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
