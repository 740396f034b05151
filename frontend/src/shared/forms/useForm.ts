import { useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { usesUpCode, type Problem } from '@/shared/api/problem';
import type { ApiResult, Ticket } from '@/shared/api/result';
import { useI18n } from '@/shared/i18n/i18n';
import { FIELDS, type FieldError, type FieldName } from './fields';
import { useSubmission, type Submission } from './useSubmission';

type Values<Name extends FieldName> = Readonly<Record<Name, string>>;

interface FormOptions<Name extends FieldName, Body> {
  readonly fields: readonly Name[];
  readonly send: (values: Values<Name>) => Promise<ApiResult<Body>>;
  readonly onSuccess: (body: Body) => void;
  /** Without it, expired credentials are shown as a problem. */
  readonly onExpired?: (ticket: Ticket, values: Values<Name>) => void;
}

export interface FormState<Name extends FieldName> {
  readonly field: (name: Name) => FieldState;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly submission: Submission;
}

interface FieldState {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** A form: its fields and their errors, and the request that it sends once there are none. */
export function useForm<Name extends FieldName, Body>(
  options: FormOptions<Name, Body>,
): FormState<Name> {
  const { fields, send, onSuccess, onExpired } = options;
  const { m } = useI18n();
  const [values, setValues] = useState(() => mapFields(fields, () => ''));
  const [errors, setErrors] = useState(() => mapFields(fields, (): FieldError | null => null));
  const submission = useSubmission();

  const settle = (result: ApiResult<Body>, sent: Values<Name>): Problem | null => {
    switch (result.kind) {
      case 'success':
        onSuccess(result.body);
        return null;
      case 'expired':
        if (onExpired === undefined) return { code: 'credentials_expired', waitSeconds: null };
        onExpired(result.ticket, sent);
        return null;
      case 'failed':
        if (usesUpCode(result.problem)) setValues((typed) => ({ ...typed, code: '' }));
        return result.problem;
    }
  };

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = mapFields(fields, (name) => FIELDS[name].normalize(values[name]));
    flushSync(() => setErrors(mapFields(fields, (name) => FIELDS[name].check(sent[name]))));
    // Focusing the first wrong field makes screen readers announce its error.
    const firstWrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
    firstWrong?.focus();
    if (firstWrong === null)
      submission.run(
        () => send(sent),
        (result) => settle(result, sent),
      );
  };

  const field = (name: Name): FieldState => {
    const error: FieldError | null = errors[name];
    return {
      value: values[name],
      onChange: (value) => setValues((typed) => ({ ...typed, [name]: value })),
      // Looked up on each render, because the language can change while an error is shown.
      error: error === null ? undefined : m.fields[error],
    };
  };

  return { field, onSubmit, submission };
}

const mapFields = <Name extends FieldName, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
) => Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
