import { useEffect } from 'react';

const APP_LINK_GRACE_MS = 1000;

/**
 * Makes the browser ask before it closes or reloads a page whose contents cannot be shown again.
 * Following the link to the authenticator app does not count, although some browsers report it as
 * leaving the page.
 */
export function useLeaveWarning(): void {
  useEffect(() => {
    let openedAt = 0;
    const noteAppLink = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href^="otpauth:"]') !== null) {
        openedAt = Date.now();
      }
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (Date.now() - openedAt < APP_LINK_GRACE_MS) return;
      event.preventDefault();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- Older browsers support only this.
      event.returnValue = true;
    };
    addEventListener('click', noteAppLink);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('click', noteAppLink);
      removeEventListener('beforeunload', warn);
    };
  }, []);
}
