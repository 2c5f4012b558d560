'use client';

import { FileInput } from '@/components/forms/file-input';
import { Form, type FormProps } from '@/components/forms/form';
import { DescriptionFields } from './description-fields';

/** Adds a file as evidence. The server tells its type by its content and checks its size again. */
export function FileForm({
  reviewMonths,
  accept,
  sizeLimit,
  ...form
}: FormProps & { reviewMonths: number; accept: string; sizeLimit: number }) {
  return (
    <Form
      {...form}
      submit="Add evidence"
      pendingLabel="Uploading…"
      // The server would cut off what is far too large; said here it costs nobody the wait.
      check={(sent) => {
        const file = sent.get('file');
        return file instanceof File && file.size > sizeLimit
          ? { file: ['The file must be 20 MB or smaller'] }
          : undefined;
      }}
    >
      {(answers) => (
        <>
          <FileInput
            name="file"
            label="File"
            hint="PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, PNG or JPEG, 20 MB at most, without macros or a password. It must hold nothing that identifies a service user, and no counts under 5."
            accept={accept}
            error={answers.one('file').error}
          />
          <DescriptionFields answers={answers} reviewMonths={reviewMonths} />
        </>
      )}
    </Form>
  );
}
