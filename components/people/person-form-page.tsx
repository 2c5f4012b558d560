import type { ReactNode } from 'react';
import { FormPage } from '@/components/forms/form-page';
import type { PersonView } from '@/lib/domain/view';

/** A page with a form about somebody, which leads back to them. */
export function PersonFormPage({
  title,
  person,
  refused,
  children,
}: {
  title: string;
  person: PersonView;
  /** Why there is no form; null where there is one. */
  refused: string | null;
  children: ReactNode;
}) {
  const back = `/people/${person.id}`;
  return (
    <FormPage
      title={title}
      caption={person.name}
      crumbs={[
        { href: '/people', label: 'People' },
        { href: back, label: person.name },
      ]}
      back={{ href: back, label: `Back to ${person.name}` }}
      refused={refused}
    >
      {children}
    </FormPage>
  );
}
