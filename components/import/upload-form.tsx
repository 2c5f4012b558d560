'use client';

import { FileInput } from '@/components/forms/file-input';
import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { Select, type SelectOption } from '@/components/forms/select';
import { TextLink } from '@/components/ui/text-link';
import { IMPORT_LIMITS } from '@/lib/domain/import-limits';
import { IMPORT_KINDS, type ImportKind } from '@/lib/domain/import-model';
import { IMPORT_KIND_HINTS, IMPORT_KIND_NAMES } from '@/lib/domain/import-words';

interface UploadFormProps extends FormProps {
  /** The board's own sources; null for somebody who may not add to them. */
  sources: readonly SelectOption[] | null;
  chosen: { kind?: ImportKind; sourceId?: string };
}

/** Gives a spreadsheet to be read. Nothing is imported by it. */
export function UploadForm({ sources, chosen, ...form }: UploadFormProps) {
  const kinds = IMPORT_KINDS.filter((kind) => kind !== 'recommendations' || sources);
  return (
    <Form
      {...form}
      initial={{ kind: chosen.kind ?? 'local_actions', sourceId: chosen.sourceId }}
      submit="Read this file"
      pendingLabel="Reading the file…"
      // The server would cut off what is far too large; said here it costs nobody the wait.
      check={(sent) => {
        const file = sent.get('file');
        return file instanceof File && file.size > IMPORT_LIMITS.bytes
          ? {
              file: [
                'The file must be 10 MB or smaller. Leave out sheets and pictures, or split it',
              ],
            }
          : undefined;
      }}
    >
      {(answers) => (
        <>
          <Radios
            label="What the file holds"
            options={kinds.map((kind) => ({
              value: kind,
              label: IMPORT_KIND_NAMES[kind],
              hint: IMPORT_KIND_HINTS[kind],
            }))}
            {...answers.one('kind')}
          />
          {sources ? (
            <Select
              label="Source"
              hint={
                <>
                  For recommendations of a source alone. Is it missing?{' '}
                  <TextLink href="/sources/new">Add the source</TextLink> first.
                </>
              }
              options={sources}
              empty="Choose a source"
              {...answers.one('sourceId')}
            />
          ) : null}
          <FileInput
            name="file"
            label="File"
            hint="Excel (.xlsx) or CSV, 10 MB and 20,000 rows at most, without a password. It must hold nothing that identifies a service user, and no counts under 5."
            accept=".xlsx,.csv,.tsv,.txt"
            error={answers.one('file').error}
          />
        </>
      )}
    </Form>
  );
}
