import { useI18n } from '@/shared/i18n/i18n';
import type { Purpose } from './purpose';

interface StopButtonProps {
  readonly purpose: Purpose;
  readonly onStop: () => void;
}

export function StopButton({ purpose, onStop }: StopButtonProps) {
  const { m } = useI18n();
  return (
    <p className="aside">
      <button type="button" className="button button-quiet" onClick={onStop}>
        {m.stop[purpose]}
      </button>
    </p>
  );
}
