import { withoutSeparators } from '@/shared/forms/fields';
import { useI18n } from '@/shared/i18n/i18n';
import { Field } from './Field';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
}

/** Accepts a code as apps display it and phones fill it in: `123 456` becomes `123456`. */
export function CodeField({ value, onChange, error, hint }: CodeFieldProps) {
  const { m } = useI18n();
  return (
    <Field label={m.fields.code} hint={hint ?? m.fields.codeHint} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          className="input input-code"
          type="text"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(withoutSeparators(event.target.value))}
        />
      )}
    </Field>
  );
}
