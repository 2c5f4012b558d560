'use client';

import { Checkboxes } from '@/components/forms/checkboxes';
import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Erases somebody's name, for good. */
export function EraseForm(form: FormProps) {
  return (
    <Form
      {...form}
      submit="Erase the name"
      variant="warning"
      intro={
        <div className="measure space-y-3">
          <p>
            Their name goes from every page, history and export: “Name erased” stands in its place.
            Their email address, password and sign-in details are deleted.
          </p>
          <p>
            What they did stays, under their position and organisation. Papers that were issued keep
            the name; their public versions never had it. A name that somebody typed into a text is
            a matter for a redaction.
          </p>
        </div>
      }
    >
      {(answers) => (
        <>
          <TextArea
            label="Why"
            hint={safely('Shown in the activity. Do not repeat the name.')}
            rows={3}
            {...answers.one('reason')}
          />
          <Checkboxes
            label="Nothing brings it back"
            options={[{ value: 'yes', label: 'I understand that it cannot be undone' }]}
            {...answers.many('understood')}
          />
        </>
      )}
    </Form>
  );
}
