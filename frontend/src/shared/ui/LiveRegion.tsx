import { useCallback, useState, type ReactNode } from 'react';
import { AnnounceContext } from './announce';

const NO_BREAK_SPACE = '\u00a0';

/** The only live region of the page. It must exist before there is anything to announce. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');

  // Screen readers ignore a text that does not change, so a repeated one gets a space appended.
  const announce = useCallback(
    (next: string) =>
      setText((last) => (last === next && next !== '' ? `${next}${NO_BREAK_SPACE}` : next)),
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
