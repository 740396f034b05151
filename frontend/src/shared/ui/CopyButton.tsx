import { useState } from 'react';
import { useI18n } from '@/shared/i18n/i18n';
import { useAnnounce } from './announce';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly doneMessage: string;
}

type State = 'ready' | 'copied' | 'failed';

/** Browsers allow copying on secure pages only; elsewhere the button says what to do instead. */
export function CopyButton({ text, label, doneMessage }: CopyButtonProps) {
  const { m } = useI18n();
  const announce = useAnnounce();
  const [state, setState] = useState<State>('ready');

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
      announce(doneMessage);
    } catch {
      setState('failed');
      announce(m.copy.failed);
    }
  };

  return (
    <>
      <button
        type="button"
        className="button button-small"
        aria-label={state === 'copied' ? undefined : label}
        onClick={() => void copy()}
        onBlur={() => setState((last) => (last === 'copied' ? 'ready' : last))}
      >
        {state === 'copied' ? m.copy.done : m.copy.action}
      </button>
      {state === 'failed' && <p className="field-hint copy-failed">{m.copy.failed}</p>}
    </>
  );
}
