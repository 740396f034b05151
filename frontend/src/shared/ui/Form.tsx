import type { ReactNode } from 'react';
import type { FieldName } from '@/shared/forms/fields';
import type { FormState } from '@/shared/forms/useForm';
import { SubmitButton } from './SubmitButton';

interface FormProps<Name extends FieldName> {
  readonly form: FormState<Name>;
  readonly action: string;
  readonly children: ReactNode;
}

export function Form<Name extends FieldName>({ form, action, children }: FormProps<Name>) {
  return (
    <form className="form" onSubmit={form.onSubmit} noValidate>
      {children}
      <SubmitButton submission={form.submission} label={action} />
    </form>
  );
}
