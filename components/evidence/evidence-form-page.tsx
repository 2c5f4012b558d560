import type { ReactNode } from 'react';
import { FormPage, ROLE_REFUSES } from '@/components/forms/form-page';
import { itemPath, KIND_NAMES, kindOfReference } from '@/lib/domain/item';
import type { EvidenceView } from '@/lib/domain/view';

/** The page of one form about a piece of evidence. */
export function EvidenceFormPage({
  title,
  evidence,
  may,
  refused,
  children,
}: {
  title: string;
  evidence: Pick<EvidenceView, 'title'> & { reference: string; shortTitle: string };
  /** Whether the reader may; the write asks again. */
  may: boolean;
  /** What stands in the way whoever asks. */
  refused?: string | null;
  children: ReactNode;
}) {
  const { reference, shortTitle } = evidence;
  const register = KIND_NAMES[kindOfReference(reference)];
  const back = itemPath(reference);
  return (
    <FormPage
      title={title}
      caption={`Evidence for ${reference} ${shortTitle}`}
      crumbs={[
        { label: register.many, href: register.path },
        { label: reference, href: back },
      ]}
      refused={refused ?? (may ? null : ROLE_REFUSES)}
      back={{ label: `Back to ${reference}`, href: back }}
    >
      <p className="text-lg font-semibold">{evidence.title}</p>
      {children}
    </FormPage>
  );
}
