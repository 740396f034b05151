import { useI18n } from '@/shared/i18n/i18n';
import { Field } from './Field';

interface UsernameFieldProps {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly error?: string | undefined;
  readonly withHint?: boolean;
}

/** Without `onChange`, a read-only field: password managers look for the username in one. */
export function UsernameField({ value, onChange, error, withHint = false }: UsernameFieldProps) {
  const { m } = useI18n();
  return (
    <Field
      label={m.fields.username}
      hint={withHint ? m.fields.usernameHint : undefined}
      error={error}
    >
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="text"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={value}
          readOnly={onChange === undefined}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}
