import { MOVEMENT_NAMES, type Movement } from '@/lib/domain/movement';

/** One arrow or sign a movement, told apart without colour. */
const SIGNS: Record<Movement, string> = {
  worsened: '↓',
  reopened: '↻',
  improved: '↑',
  completed: '✓',
  closed_otherwise: '×',
  newly_rated: '•',
  new: '+',
  unchanged: '=',
};

/** Which way something moved: a sign and its word. */
export function MovementMark({ movement }: { movement: Movement }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap">
      <span aria-hidden="true" className="w-3 text-center font-bold">
        {SIGNS[movement]}
      </span>
      {MOVEMENT_NAMES[movement]}
    </span>
  );
}
