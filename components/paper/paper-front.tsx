import type { PaperModel } from '@/lib/domain/paper-model';
import { Inset } from '../ui/inset';
import { SummaryList } from '../ui/summary-list';

type Front = Pick<PaperModel, 'board' | 'notices' | 'front'>;

/** Whose paper it is, what must be known before it is read, and the front block. */
export function PaperFront({ board, notices, front }: Front) {
  return (
    <div className="max-w-3xl space-y-5">
      <p className="text-lg font-semibold text-accent">{board.name}</p>
      {notices.length > 0 && (
        <Inset>
          {notices.map((notice) => (
            <p key={notice} className="font-semibold">
              {notice}
            </p>
          ))}
        </Inset>
      )}
      <SummaryList rows={front.map(({ label, text }) => ({ label, value: <bdi>{text}</bdi> }))} />
    </div>
  );
}
