import type { PaperParagraph } from '@/lib/domain/paper-model';
import { type ChartDrawings, PaperChartView } from './paper-chart';
import { PaperProse } from './paper-prose';

interface PaperParagraphProps {
  paragraph: PaperParagraph;
  charts: ChartDrawings;
}

/** A paragraph under its number, and the charts after its words. */
export function PaperParagraphView({ paragraph, charts }: PaperParagraphProps) {
  const { number, heading, blocks } = paragraph;
  const words = (
    <div className="space-y-5">
      <PaperProse blocks={blocks} />
      {paragraph.charts.map((chart) => (
        <PaperChartView key={chart.key} chart={chart} svg={charts[chart.key]} />
      ))}
    </div>
  );
  return heading === null ? (
    <div className="grid grid-cols-1 gap-x-3 sm:grid-cols-[3rem_minmax(0,1fr)]">
      <p className="font-semibold text-muted tabular-nums">{number}</p>
      {words}
    </div>
  ) : (
    <div className="grid grid-cols-1 gap-x-3 gap-y-2 sm:grid-cols-[3rem_minmax(0,1fr)]">
      <h3 className="col-span-full wrap-anywhere sm:grid sm:grid-cols-subgrid sm:gap-x-3">
        <span className="text-muted tabular-nums">{number}</span> <bdi>{heading}</bdi>
      </h3>
      <div className="sm:col-start-2">{words}</div>
    </div>
  );
}
