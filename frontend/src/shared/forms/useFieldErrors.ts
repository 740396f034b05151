import { useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useI18n } from '@/shared/i18n/i18n';
import type { FieldFault } from './rules';

type Faults<Name extends string> = Partial<Record<Name, FieldFault | null>>;

/** What is wrong with each field. The first wrong one takes the focus, so that it is heard. */
export function useFieldErrors<Name extends string>() {
  const { m } = useI18n();
  const [faults, setFaults] = useState<Faults<Name>>({});

  const areFine = (event: SubmitEvent<HTMLFormElement>, found: Faults<Name>): boolean => {
    event.preventDefault();
    flushSync(() => setFaults(found));
    const firstWrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
    firstWrong?.focus();
    return firstWrong === null;
  };

  /** In the words of the language that the page has now, which may have changed meanwhile. */
  const errorOf = (name: Name): string | undefined => {
    const fault: FieldFault | null = faults[name] ?? null;
    return fault === null ? undefined : m.fields[fault];
  };

  return { errorOf, areFine };
}
