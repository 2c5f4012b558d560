'use client';

import { Form, type FormProps } from '@/components/forms/form';
import { Radios } from '@/components/forms/radios';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import { RagShape } from '@/components/status/rag-shape';
import { PICKABLE_RAG, RAG_NAMES, type RagKey } from '@/lib/domain/rag';

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
            options={PICKABLE_RAG.map((rag) => ({
              value: rag,
              label: RAG_NAMES[rag],
              mark: <RagShape status={rag} />,
              hint: ragKey[rag],
            }))}
            {...answers.one('rag')}
          />
          <TextArea
            label="Headline"
            hint={`One sentence that is printed in papers, ${headlineLimit} characters at most. ${SAFE_WORDS}`}
            rows={2}
            {...answers.one('headline')}
          />
          <TextArea
            label="What has happened since the last update"
            hint={SAFE_WORDS}
            rows={6}
            {...answers.one('words')}
          />
          <TextArea
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
