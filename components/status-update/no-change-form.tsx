'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';

/** Says that nothing changed; the rating and the headline stay. */
export function NoChangeForm(form: FormProps) {
  return (
    <Form {...form} submit="Report no change">
      {(answers) => (
        <>
          <TextArea
            label="Next step"
            hint={safely('What happens next, and by when.')}
            rows={4}
            {...answers.one('nextStep')}
          />
          <TextArea
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
