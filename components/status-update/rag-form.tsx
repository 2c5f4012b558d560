'use client';

import { Radios } from '@/components/forms/choices';
import { Field } from '@/components/forms/field';
import { Form, type FormProps } from '@/components/forms/form';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { RagTag } from '@/components/status/rag-tag';
import { PICKABLE_RAG, type RagKey } from '@/lib/domain/rag';

/** Posts a status update. Blue and Not rated are not there to be picked. */
export function RagForm({
  ragKey,
  headlineLimit,
  ...form
}: FormProps & {
  /** The words of the board's RAG key for this kind. */
  ragKey: RagKey;
  headlineLimit: number;
}) {
  return (
    <Form {...form} submit="Post update">
      {(answers) => (
        <>
          <Radios
            label="RAG status"
            hint="Blue is not here: the board decides that something is complete."
            choices={[...PICKABLE_RAG].reverse().map((rag) => ({
              value: rag,
              label: <RagTag rag={rag} />,
              hint: ragKey[rag],
            }))}
            {...answers.one('rag')}
          />
          <Field
            label="Headline"
            hint={`One sentence that is printed in papers, ${headlineLimit} characters at most. ${SAFE_WORDS}`}
            rows={2}
            {...answers.one('headline')}
          />
          <Field
            label="What has happened since the last update"
            hint={SAFE_WORDS}
            rows={6}
            {...answers.one('words')}
          />
          <Field
            label="What would bring it back"
            hint={safely('Needed for Red and Amber. For Red, say what help is needed.')}
            rows={4}
            {...answers.one('recovery')}
          />
        </>
      )}
    </Form>
  );
}
