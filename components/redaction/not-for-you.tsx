import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';

/** In place of the pages of redactions, to everybody but the two roles that redact. */
export function NotForYou({ title }: { title: string }) {
  return (
    <FormPage
      title={title}
      crumbs={[{ label: 'Dashboard', href: '/' }]}
      back={{ label: 'Back to the dashboard', href: '/' }}
      refused={ROLE_REFUSES}
    >
      {null}
    </FormPage>
  );
}
