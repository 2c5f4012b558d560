import { Tag, type Tone } from '@/components/ui/tag';
import { RAG_NAMES, type RagStatus } from '@/lib/domain/rag';
import { RagShape } from './shape';

export const RAG_TONES: Record<RagStatus, Tone> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  blue: 'blue',
  not_rated: 'neutral',
};

/** A RAG status as word, shape and colour. */
export function RagTag({ rag }: { rag: RagStatus }) {
  return (
    <Tag tone={RAG_TONES[rag]} shape={<RagShape rag={rag} />}>
      {RAG_NAMES[rag]}
    </Tag>
  );
}
