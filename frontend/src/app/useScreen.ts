import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { START, type Screen } from './screen';

interface Place {
  readonly screen: Screen;
  /** Changes with every move, so that nothing typed on one screen survives on another. */
  readonly visit: number;
}

/** The current screen. Leaving the page in any way resets it before the browser caches the page. */
export function useScreen() {
  const [{ screen, visit }, setPlace] = useState<Place>({ screen: START, visit: 0 });

  const go = useCallback(
    (next: Screen) => setPlace((last) => ({ screen: next, visit: last.visit + 1 })),
    [],
  );

  useEffect(() => {
    // Browsers keep the page for the Back button, so it must be empty by then.
    const reset = () => flushSync(() => go(START));
    addEventListener('pagehide', reset);
    return () => removeEventListener('pagehide', reset);
  }, [go]);

  return { screen, visit, go };
}
