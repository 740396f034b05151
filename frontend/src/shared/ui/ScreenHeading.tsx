import { useEffect } from 'react';
import { useI18n } from '@/shared/i18n/i18n';
import { numberOf, STEPS, useCurrentStep } from '@/shared/steps';

interface ScreenHeadingProps {
  readonly title: string;
  readonly lead: string;
  /** For the tab and the browser's history, which must not show a title with personal data. */
  readonly pageTitle?: string;
}

/** The only heading of a screen. The app moves the focus here when the screen changes. */
export function ScreenHeading({ title, lead, pageTitle = title }: ScreenHeadingProps) {
  const { m } = useI18n();
  const step = useCurrentStep();
  const position = step === null ? null : m.steps.position(numberOf(step), STEPS.length);

  useEffect(() => {
    document.title = [pageTitle, position, 'COFRAP'].filter(Boolean).join(' – ');
  }, [pageTitle, position]);

  return (
    <header className="screen-heading">
      <h1 tabIndex={-1}>
        {position !== null && (
          <span className="screen-position">
            {position}
            <span className="visually-hidden">. </span>
          </span>
        )}
        {title}
      </h1>
      <p className="lead">{lead}</p>
    </header>
  );
}
