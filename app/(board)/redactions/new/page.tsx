import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { FormPage } from '@/components/forms/form-page';
import { NotForYou } from '@/components/redaction/not-for-you';
import { RequestForm } from '@/components/redaction/request-form';
import { getRedactable } from '@/lib/data/redactions-view';
import { can } from '@/lib/domain/permissions';
import { parseSubject } from '@/lib/domain/redaction';
import { found, nothingAt } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';
import { requestRedactionAction } from './actions';

const TITLE = 'Ask for a redaction';
export const metadata: Metadata = { title: TITLE };

interface NewRedactionProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewRedactionPage({ searchParams }: NewRedactionProps) {
  const context = await signedIn();
  if (!can(context.actor, 'redact')) {
    return <NotForYou title={TITLE} />;
  }
  const subject = parseSubject(single((await searchParams).subject) ?? '');
  if (!subject) nothingAt();
  const redactable = await found(getRedactable(context, subject));
  const back = redactable.place?.href ?? '/redactions';
  return (
    <FormPage
      title={TITLE}
      caption={redactable.title}
      crumbs={[{ label: 'Redactions', href: '/redactions' }]}
      refused={redactable.fields.length > 0 ? null : 'There is no text here that is not redacted.'}
      back={{ label: `Back to ${redactable.place?.label ?? 'redactions'}`, href: back }}
    >
      <RequestForm
        intro={
          <p className="measure">
            Nothing changes until another person agrees: an administrator where you ask as a
            public-health officer, and the other way round. What is redacted then is gone on every
            earlier day too.
          </p>
        }
        action={requestRedactionAction}
        submissionId={randomUUID()}
        cancel={back}
        redactable={redactable}
      />
    </FormPage>
  );
}
