import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useI18n } from '@/shared/i18n/i18n';
import { Field } from './Field';

interface PasswordFieldProps {
  readonly value: string;
  readonly autoComplete: 'current-password' | 'new-password';
  /** Without it, the password is read-only. */
  readonly onChange?: (value: string) => void;
  readonly error?: string | undefined;
  /** More buttons next to the one that shows the password. */
  readonly children?: ReactNode;
}

/** Hidden at first, and again as soon as its form is submitted. */
export function PasswordField(props: PasswordFieldProps) {
  const { value, autoComplete, onChange, error, children } = props;
  const { m } = useI18n();
  const [visible, setVisible] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const form = input.current?.form;
    const hide = () => setVisible(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);

  return (
    <Field label={m.fields.password} error={error}>
      {(wiring) => (
        <div className="input-with-actions">
          <input
            {...wiring}
            ref={input}
            className="input input-secret"
            type={visible ? 'text' : 'password'}
            name="password"
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            value={value}
            readOnly={onChange === undefined}
            onChange={(event) => onChange?.(event.target.value)}
          />
          <div className="input-actions">
            <button
              type="button"
              className="button button-small"
              aria-label={visible ? m.fields.hidePassword : m.fields.showPassword}
              onClick={() => setVisible(!visible)}
            >
              {visible ? m.fields.hide : m.fields.show}
            </button>
            {children}
          </div>
        </div>
      )}
    </Field>
  );
}
