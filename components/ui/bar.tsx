export interface Segment {
  label: string;
  count: number;
  tone: 'red' | 'amber' | 'green' | 'blue' | 'neutral';
}

const FILLS: Record<Segment['tone'], string> = {
  red: 'fill-red',
  amber: 'fill-amber',
  green: 'fill-green',
  blue: 'fill-blue',
  neutral: 'fill-line-strong',
};
const WIDTH = 600;

/** Proportions as one bar: a picture of a list of counts that stands beside it. */
export function Bar({ segments }: { segments: readonly Segment[] }) {
  const total = segments.reduce((sum, segment) => sum + segment.count, 0);
  if (total === 0) return null;
  let x = 0;
  const placed = segments
    .filter((segment) => segment.count > 0)
    .map((segment) => {
      const width = (segment.count / total) * WIDTH;
      const at = x;
      x += width;
      return { ...segment, at, width };
    });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 14`}
      preserveAspectRatio="none"
      className="h-3.5 w-full"
      aria-hidden="true"
    >
      {placed.map(({ label, tone, at, width }) => (
        // The gap keeps neighbours apart for those who do not see their colours.
        <rect
          key={label}
          x={at}
          y={0}
          width={Math.max(2, width - 3)}
          height={14}
          className={FILLS[tone]}
        />
      ))}
    </svg>
  );
}
