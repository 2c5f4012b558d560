'use client';

import { Form, type FormProps } from '@/components/forms/form';

/** Imports what was chosen, all of it or nothing. */
export function ApplyForm({
  fingerprint,
  rows,
  ...form
}: FormProps & { fingerprint: string; rows: number }) {
  const count = rows.toLocaleString('en-GB');
  return (
    <Form
      {...form}
      submit={rows === 1 ? 'Import this row' : `Import these ${count} rows`}
      pendingLabel="Importing…"
    >
      {() => <input type="hidden" name="fingerprint" defaultValue={fingerprint} />}
    </Form>
  );
}
