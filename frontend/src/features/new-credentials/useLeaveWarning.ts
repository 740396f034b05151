import { useEffect } from 'react';

const OPENING_MS = 1000;

/**
 * The browser asks before it closes or reloads a page that shows what cannot be shown again.
 * Opening the authenticator app by its link is no leaving, though some browsers take it for one.
 */
export function useLeaveWarning(): void {
  useEffect(() => {
    let openedAt = 0;
    const remember = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href^="otpauth:"]') !== null) {
        openedAt = Date.now();
      }
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (Date.now() - openedAt < OPENING_MS) return;
      event.preventDefault();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- Older browsers know only this.
      event.returnValue = true;
    };
    addEventListener('click', remember);
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('click', remember);
      removeEventListener('beforeunload', ask);
    };
  }, []);
}
