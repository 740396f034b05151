import { useEffect } from 'react';

/**
 * The browser asks before it closes or reloads a page that shows what cannot be shown again.
 * Opening the authenticator app by its link is no leaving, though some browsers take it for one.
 */
export function useLeaveWarning(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const opensApp = document.activeElement?.matches('a[href^="otpauth:"]') ?? false;
      if (!opensApp) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
}
