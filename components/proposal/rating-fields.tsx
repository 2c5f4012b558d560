import { Radios } from '@/components/forms/radios';
import { SAFE_WORDS, safely } from '@/components/forms/safe-words';
import { TextArea } from '@/components/forms/text-area';
import type { Answers } from '@/components/forms/values';
import { RagShape } from '@/components/status/rag-shape';
import { PICKABLE_RAG, RAG_NAMES, type RagKey } from '@/lib/domain/rag';

/** The rating that something opens again with: what stood when it was closed no longer does. */
export function RatingFields({ answers, ragKey }: { answers: Answers; ragKey: RagKey }) {
  return (
    <>
      <Radios
        label="The RAG status it opens with"
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
        hint={`One sentence that is printed in papers, 200 characters at most. ${SAFE_WORDS}`}
        rows={2}
        {...answers.one('headline')}
      />
      <TextArea
        label="What would bring it back"
        hint={safely('Needed for Red and Amber.')}
        rows={3}
        {...answers.one('recovery')}
      />
    </>
  );
}
