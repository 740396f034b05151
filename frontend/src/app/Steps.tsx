import { useI18n } from '@/shared/i18n/i18n';
import { STEPS, useCurrentStep } from '@/shared/steps';

/** The steps to new credentials, beside the sheet; an ornament on screens that are not a step. */
export function Steps() {
  const { m } = useI18n();
  const current = useCurrentStep();
  if (current === null) {
    return (
      <div className="margin">
        <div className="rosette" />
      </div>
    );
  }

  return (
    <nav className="margin" aria-label={m.steps.label}>
      <ol className="steps">
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index < STEPS.indexOf(current) ? 'step step-done' : 'step'}
            aria-current={step === current ? 'step' : undefined}
          >
            {m.steps.names[step]}
          </li>
        ))}
      </ol>
    </nav>
  );
}
