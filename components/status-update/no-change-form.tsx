'use client';

import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';

/** Says that nothing changed; the rating and the headline stay. */
export function NoChangeForm(form: FormProps) {
  return (
    <Form {...form} submit="Report no change">
      {(answers) => (
        <>
          <Field
            label="Next step"
            hint={safely('What happens next, and by when.')}
            rows={4}
            {...answers.one('nextStep')}
          />
          <Field
            label="Anything else (optional)"
            hint={SAFE_WORDS}
            rows={4}
            {...answers.one('words')}
          />
        </>
      )}
    </Form>
  );
}
