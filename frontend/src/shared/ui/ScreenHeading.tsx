import { useEffect } from 'react';
import { useI18n } from '@/shared/i18n/i18n';

interface ScreenHeadingProps {
  readonly title: string;
  readonly lead: string;
  readonly step?: { readonly number: number; readonly of: number };
  /** For the window and the browser's history, where the title says more than they should know. */
  readonly pageTitle?: string;
}

/** The one heading of a screen. The app moves the focus here when the screen changes. */
export function ScreenHeading({ title, lead, step, pageTitle = title }: ScreenHeadingProps) {
  const { m } = useI18n();
  const position = step && m.steps.position(step.number, step.of);

  useEffect(() => {
    document.title = [pageTitle, position, 'COFRAP'].filter(Boolean).join(' – ');
  }, [pageTitle, position]);

  return (
    <header className="screen-heading">
      <h1 tabIndex={-1}>
        {position !== undefined && (
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
