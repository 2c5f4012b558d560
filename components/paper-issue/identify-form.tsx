'use client';

import { FileInput } from '@/components/forms/file-input';
import { Form, type FormProps } from '@/components/forms/form';

/** Asks which issued paper a file is. */
export function IdentifyForm({ sizeLimit, ...form }: FormProps & { sizeLimit: number }) {
  return (
    <Form
      {...form}
      submit="Compare this file"
      pendingLabel="Comparing…"
      check={(sent) => {
        const file = sent.get('file');
        return file instanceof File && file.size > sizeLimit
          ? { file: ['The file must be 20 MB or smaller'] }
          : undefined;
      }}
    >
      {(answers) => (
        <FileInput
          name="file"
          label="File"
          hint="It is compared by its bytes and not kept."
          accept=".docx,.pdf,.xlsx,.html,.zip"
          error={answers.one('file').error}
        />
      )}
    </Form>
  );
}
