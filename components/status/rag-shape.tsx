import type { RagStatus } from '@/lib/domain/rag';

/** One outline a status, told apart without colour and at the size of a letter. */
const SHAPES: Record<RagStatus, React.ReactNode> = {
  red: (
    <>
      <path d="M6.1 1h7.8L19 6.1v7.8L13.9 19H6.1L1 13.9V6.1z" fill="currentColor" />
      <path d="M5.5 10h9" className="stroke-surface" strokeWidth="3" />
    </>
  ),
  amber: (
    <>
      <path d="M10 1.2 19.4 18.4H.6z" fill="currentColor" />
      <path d="M10 7.4v5M10 14.4v2.2" className="stroke-surface" strokeWidth="2.4" />
    </>
  ),
  green: <circle cx="10" cy="10" r="9" fill="currentColor" />,
  blue: (
    <>
      <rect x="1" y="1" width="18" height="18" rx="2" fill="currentColor" />
      <path
        d="m5.2 10.4 3.3 3.4 6.3-7.6"
        className="stroke-surface"
        strokeWidth="2.6"
        fill="none"
      />
    </>
  ),
  not_rated: (
    <circle
      cx="10"
      cy="10"
      r="7.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeDasharray="4.1 4.07"
    />
  ),
};

const COLOURS: Record<RagStatus, string> = {
  red: 'text-red',
  amber: 'text-amber',
  green: 'text-green',
  blue: 'text-blue',
  not_rated: 'text-unrated',
};

/** The shape alone, for beside a label that says the word. */
export function RagShape({ status }: { status: RagStatus }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`glyph size-[1em] ${COLOURS[status]}`}>
      {SHAPES[status]}
    </svg>
  );
}
