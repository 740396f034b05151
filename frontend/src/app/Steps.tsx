import { useI18n } from '@/shared/i18n/i18n';

/** The way to new credentials, beside the sheet. An ornament where there is no way to go. */
export function Steps({ current }: { readonly current: number }) {
  const { m } = useI18n();
  if (current === 0) {
    return (
      <div className="margin">
        <div className="rosette" />
      </div>
    );
  }

  return (
    <nav className="margin" aria-label={m.steps.label}>
      <ol className="steps">
        {m.steps.names.map((name, index) => (
          <li
            key={name}
            className={index + 1 < current ? 'step step-done' : 'step'}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
    </nav>
  );
}
