import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { START, type Screen } from './screen';

interface Place {
  readonly screen: Screen;
  /** Changes with every move, so that nothing typed on one screen lives on in another. */
  readonly visit: number;
}

/** Where the user is. Leaving the page, in whatever way, forgets it before the page is kept. */
export function useScreen() {
  const [{ screen, visit }, setPlace] = useState<Place>({ screen: START, visit: 0 });

  const go = useCallback(
    (next: Screen) => setPlace((last) => ({ screen: next, visit: last.visit + 1 })),
    [],
  );

  useEffect(() => {
    // Browsers keep a page that is left, and Back shows it again: by then it must be empty.
    const forget = () => flushSync(() => go(START));
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  }, [go]);

  return { screen, visit, go };
}
