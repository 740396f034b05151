import type { ReactNode } from 'react';

interface SlipProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Frames what is shown only once, like the tear-off part of a sealed letter. */
export function Slip({ label, children }: SlipProps) {
  return (
    <div className="slip">
      <div className="slip-edge" />
      <p className="slip-label">{label}</p>
      {children}
    </div>
  );
}
