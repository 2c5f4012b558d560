import type { RagStatus } from '@/lib/domain/rag';

const PATHS: Record<RagStatus, string> = {
  // An octagon, a triangle, a disc, a square with a tick, an empty ring.
  red: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  amber: 'M8 1l7.5 13.5H.5z',
  green: 'M8 .5a7.5 7.5 0 100 15 7.5 7.5 0 000-15z',
  blue: 'M1 1h14v14H1zM4 8l3 3 5-6-1.400-1.100L6.900 8.200 5.300 6.700z',
  not_rated: 'M8 1a7 7 0 100 14A7 7 0 008 1zm0 2a5 5 0 110 10A5 5 0 018 3z',
};

/** The shape of a RAG status: no two are alike without their colour. */
export function RagShape({ rag }: { rag: RagStatus }) {
  return (
    <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true" className="shrink-0">
      <path d={PATHS[rag]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
