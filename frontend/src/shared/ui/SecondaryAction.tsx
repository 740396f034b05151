interface SecondaryActionProps {
  readonly label: string;
  readonly onClick: () => void;
  /** A short text before the button. */
  readonly lead?: string;
}

export function SecondaryAction({ label, onClick, lead }: SecondaryActionProps) {
  return (
    <p className="aside">
      {lead !== undefined && `${lead} `}
      <button type="button" className="button button-quiet" onClick={onClick}>
        {label}
      </button>
    </p>
  );
}
