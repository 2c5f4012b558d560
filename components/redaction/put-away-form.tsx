'use client';

import { Form, type FormProps } from '@/components/forms/form';
import type { RedactionNote } from '@/lib/domain/redaction-note';

/** Puts one note away, for its reader alone. */
export function PutAwayForm({
  note,
  ...form
}: FormProps & { note: Pick<RedactionNote, 'redactionId' | 'stage'> }) {
  return (
    <Form {...form} submit="Put away" pendingLabel="Putting away…" variant="secondary">
      {() => (
        <>
          <input type="hidden" name="redactionId" value={note.redactionId} />
          <input type="hidden" name="stage" value={note.stage} />
        </>
      )}
    </Form>
  );
}
