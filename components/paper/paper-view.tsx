import type { PaperModel } from '@/lib/domain/paper-model';
import { appendixTitle, PaperAppendixView } from './paper-appendix';
import type { ChartDrawings } from './paper-chart';
import { PaperContents } from './paper-contents';
import { PaperFront } from './paper-front';
import { PaperSectionView, sectionTitle } from './paper-section';
import { PaperSummaryView } from './paper-summary';

interface PaperViewProps {
  model: PaperModel;
  charts: ChartDrawings;
  /** References of items that the register says something else of now. */
  changed?: readonly string[];
}

const SUMMARY = 'paper-summary';
const sectionId = (number: string) => `paper-section-${number}`;
const appendixId = (index: number) => `paper-appendix-${index + 1}`;

/** A whole paper, under the heading of its page: its title is that page's to say. */
export function PaperView({ model, charts, changed }: PaperViewProps) {
  const { summary, sections, appendices } = model;
  // An addendum has none.
  const summarised = summary.parts.length > 0;
  return (
    <div className="space-y-12 print:space-y-8">
      <PaperFront {...model} />
      <PaperContents
        parts={[
          ...(summarised ? [{ id: SUMMARY, title: summary.heading }] : []),
          ...sections.map((one) => ({ id: sectionId(one.number), title: sectionTitle(one) })),
          ...appendices.map((one, index) => ({ id: appendixId(index), title: appendixTitle(one) })),
        ]}
      />
      {summarised && <PaperSummaryView id={SUMMARY} summary={summary} />}
      {sections.map((section) => (
        <PaperSectionView
          key={section.number}
          id={sectionId(section.number)}
          section={section}
          charts={charts}
        />
      ))}
      {appendices.map((appendix, index) => (
        <PaperAppendixView
          key={appendix.label}
          id={appendixId(index)}
          appendix={appendix}
          changed={changed}
        />
      ))}
    </div>
  );
}
