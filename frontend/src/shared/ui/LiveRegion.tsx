import { useCallback, useState, type ReactNode } from 'react';
import { AnnounceContext } from './announce';

const NO_BREAK_SPACE = '\u00a0';

/** One polite live region for the page: it must stand there before it has something to say. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');

  // The same words again must be a change, or they are not said again.
  const announce = useCallback(
    (words: string) =>
      setText((last) => (last === words && words !== '' ? `${words}${NO_BREAK_SPACE}` : words)),
    [],
  );

  return (
    <AnnounceContext value={announce}>
      {children}
      <p className="visually-hidden" role="status">
        {text}
      </p>
    </AnnounceContext>
  );
}
