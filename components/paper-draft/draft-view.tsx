import type { FormAction } from '@/lib/domain/form-state';
import type { PaperDraftView } from '@/lib/domain/paper-draft-view';
import { PaperAppendixView } from '../paper/paper-appendix';
import type { ChartDrawings } from '../paper/paper-chart';
import { PaperFront } from '../paper/paper-front';
import { PaperSummaryView } from '../paper/paper-summary';
import { DraftSection, type JustDone } from './draft-section';

interface DraftViewProps {
  draft: PaperDraftView;
  charts: ChartDrawings;
  step: ((key: string) => FormAction) | null;
  done: JustDone | null;
}

/** A draft as it would print, each paragraph with what can be done to it. */
export function DraftView({ draft, charts, step, done }: DraftViewProps) {
  const { model } = draft;
  return (
    <div className="space-y-12 print:space-y-8">
      <PaperFront {...model} />
      <PaperSummaryView id="summary" summary={model.summary} />
      {draft.sections.map((section) => (
        <DraftSection
          key={section.number}
          slug={draft.slug}
          section={section}
          basedOn={draft.number}
          charts={charts}
          step={step}
          done={done}
        />
      ))}
      {model.appendices.map((appendix, index) => (
        <PaperAppendixView key={appendix.label} id={`appendix-${index + 1}`} appendix={appendix} />
      ))}
    </div>
  );
}
