import { generatePassword } from '@/shared/api/functions';
import type { GeneratedPassword } from '@/shared/api/schema';
import { useForm } from '@/shared/forms/useForm';
import { useI18n } from '@/shared/i18n/i18n';
import { Form } from '@/shared/ui/Form';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ScreenHeading } from '@/shared/ui/ScreenHeading';
import { SecondaryAction } from '@/shared/ui/SecondaryAction';
import { UsernameField } from '@/shared/ui/UsernameField';

interface ChooseUsernameProps {
  readonly onGenerated: (credentials: GeneratedPassword) => void;
  readonly onCancel: () => void;
}

export function ChooseUsername({ onGenerated, onCancel }: ChooseUsernameProps) {
  const { m } = useI18n();
  const form = useForm({
    fields: ['username'],
    send: ({ username }) => generatePassword(username),
    onSuccess: onGenerated,
  });

  return (
    <>
      <ScreenHeading title={m.createAccount.title} lead={m.createAccount.lead} />
      <ProblemNotice submission={form.submission} />
      <Form form={form} action={m.createAccount.action}>
        <UsernameField {...form.field('username')} withHint />
        <section className="needs">
          <h2>{m.createAccount.needs}</h2>
          <ul>
            {m.createAccount.need.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </section>
      </Form>
      <SecondaryAction label={m.createAccount.cancel} onClick={onCancel} />
    </>
  );
}
