import { authenticate } from '@/shared/api/functions';
import type { Authenticated } from '@/shared/api/schema';
import { useForm } from '@/shared/forms/useForm';
import { useI18n } from '@/shared/i18n/i18n';
import { CodeField } from '@/shared/ui/CodeField';
import { Form } from '@/shared/ui/Form';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';
import type { Purpose } from './purpose';
import { useLeaveWarning } from './useLeaveWarning';

interface FirstCodeProps {
  readonly purpose: Purpose;
  readonly username: string;
  readonly password: string;
  readonly onActivated: (login: Authenticated) => void;
  readonly onShowKey: () => void;
  readonly onStop: () => void;
}

/** The first login with the new password and a code from the new key, which activates both. */
export function FirstCode(props: FirstCodeProps) {
  const { purpose, username, password, onActivated, onShowKey, onStop } = props;
  const { m } = useI18n();
  const form = useForm({
    fields: ['code'],
    send: ({ code }) => authenticate({ username, password, code }),
    onSuccess: onActivated,
  });
  useLeaveWarning();

  return (
    <>
      <ScreenHeading title={m.firstCode.title} lead={m.firstCode[purpose]} />
      <ProblemNotice
        submission={form.submission}
        texts={{ invalid_credentials: m.firstCode.wrongCode }}
      />
      <Form form={form} action={m.firstCode.action[purpose]}>
        <CodeField
          {...form.field('code')}
          hint={purpose === 'renewal' ? m.firstCode.entry : undefined}
        />
      </Form>
      <SecondaryAction label={m.firstCode.showAgain} onClick={onShowKey} />
      <SecondaryAction label={m.stop[purpose]} onClick={onStop} />
    </>
  );
}
