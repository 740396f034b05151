import { withoutGaps } from '@/shared/forms/rules';
import { useI18n } from '@/shared/i18n/i18n';
import { Field } from './Field';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
}

/** Takes a code as apps show it and as phones fill it in: `123 456` becomes `123456`. */
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
          onChange={(event) => onChange(withoutGaps(event.target.value))}
        />
      )}
    </Field>
  );
}
