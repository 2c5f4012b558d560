import { RAG_NAMES, type RagStatus } from '@/lib/domain/rag';
import { RagShape } from './rag-shape';

const LOOKS: Record<RagStatus, string> = {
  red: 'border-red bg-red-wash text-red-ink',
  amber: 'border-amber bg-amber-wash text-amber-ink',
  green: 'border-green bg-green-wash text-green-ink',
  blue: 'border-blue bg-blue-wash text-blue-ink',
  not_rated: 'border-dashed border-unrated bg-transparent text-muted',
};

interface RagTagProps {
  status: RagStatus;
  large?: boolean;
  /** What the status was called, where that is kept: on an issued paper. */
  words?: string;
}

/** The reported status: word, shape and colour, always all three. */
export function RagTag({ status, large, words = RAG_NAMES[status] }: RagTagProps) {
  return (
    <span
      className={`inline-flex items-center gap-2 rounded-sm border font-semibold whitespace-nowrap ${large ? 'px-3 text-lg leading-9' : 'px-2 text-sm leading-6'} ${LOOKS[status]}`}
    >
      <RagShape status={status} />
      {words}
    </span>
  );
}
