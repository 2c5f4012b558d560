'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { RagKey } from '@/lib/domain/rag';
import { RatingFields } from './rating-fields';

/** Asks the board to open something again. */
export function ReopeningForm({ ragKey, ...form }: FormProps & { ragKey: RagKey }) {
  return (
    <Form {...form} submit="Propose to reopen it">
      {(answers) => (
        <>
          <TextArea
            label="Why it has to be opened again"
            hint={safely('The board reads this when it decides.')}
            rows={5}
            {...answers.one('reason')}
          />
          <RatingFields answers={answers} ragKey={ragKey} />
        </>
      )}
    </Form>
  );
}
