import type { ReactNode } from 'react';

interface SlipProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** What is handed over once, on paper to tear off. */
export function Slip({ label, children }: SlipProps) {
  return (
    <div className="slip">
      <div className="slip-edge" />
      <p className="slip-label">{label}</p>
      {children}
    </div>
  );
}
