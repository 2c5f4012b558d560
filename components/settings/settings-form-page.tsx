import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';

interface SettingsFormPageProps {
  title: string;
  may: boolean;
  children: ReactNode;
}

/** A page that changes some of the board's settings. */
export function SettingsFormPage({ title, may, children }: SettingsFormPageProps) {
  return (
    <FormPage
      title={title}
      crumbs={[{ label: 'Settings', href: '/settings' }]}
      back={{ label: 'Back to settings', href: '/settings' }}
      refused={may ? null : ROLE_REFUSES}
    >
      {children}
    </FormPage>
  );
}
