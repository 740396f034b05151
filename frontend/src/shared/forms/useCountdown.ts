import { useCallback, useSyncExternalStore } from 'react';

const TICK_MS = 250;

const secondsUntil = (moment: number | null): number =>
  moment === null ? 0 : Math.max(Math.ceil((moment - Date.now()) / 1000), 0);

/** Seconds until a moment, 0 afterwards. Follows the clock even if the device was asleep. */
export function useCountdown(until: number | null): number {
  const subscribe = useCallback(
    (notify: () => void) => {
      if (until === null) return () => undefined;
      const timer = setInterval(() => {
        notify();
        if (secondsUntil(until) === 0) clearInterval(timer);
      }, TICK_MS);
      return () => clearInterval(timer);
    },
    [until],
  );
  return useSyncExternalStore(subscribe, () => secondsUntil(until));
}
