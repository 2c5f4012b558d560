import type { FormAction } from '@/lib/domain/form-state';
import type { DraftParagraphView } from '@/lib/domain/paper-draft-view';
import { paragraphName } from '@/lib/domain/paper-draft-view';
import { paragraphAnchor, paragraphPath } from '@/lib/domain/paper-path';
import { parseProse } from '@/lib/domain/prose';
import { type ChartDrawings, PaperChartView } from '../paper/paper-chart';
import { PaperProse } from '../paper/paper-prose';
import { LinkButton } from '../ui/button';
import { Details } from '../ui/details';
import { Notification } from '../ui/notification';
import { Tag } from '../ui/tag';
import { ParagraphSteps } from './paragraph-steps';

interface DraftParagraphProps {
  slug: string;
  paragraph: DraftParagraphView;
  basedOn: number;
  charts: ChartDrawings;
  /** Null where nothing can be changed. */
  action: FormAction | null;
  /** What has just happened to it. */
  done?: string;
}

/** A paragraph as it prints, with what is known of it and what can be done to it beside. */
export function DraftParagraph(props: DraftParagraphProps) {
  const { slug, paragraph, basedOn, charts, action, done } = props;
  const { key, number, heading, leftOut } = paragraph;
  const name = paragraphName(paragraph);
  return (
    <div
      id={paragraphAnchor(key)}
      className={`scroll-mt-6 space-y-4 border-b border-line pb-5 print:border-0 print:pb-0 ${leftOut ? 'print:hidden' : ''}`}
    >
      {done && <Notification tone="success" title={done} />}
      <div className="grid grid-cols-1 gap-x-3 gap-y-2 sm:grid-cols-[3rem_minmax(0,1fr)]">
        <p className="text-lg font-semibold text-muted tabular-nums">{number ?? '–'}</p>
        <div className="min-w-0 space-y-3">
          {heading !== null && (
            <h3 className="wrap-anywhere">
              <bdi>{heading}</bdi>
            </h3>
          )}
          <ParagraphState paragraph={paragraph} />
          <ParagraphWords paragraph={paragraph} />
          {paragraph.charts.map((chart) => (
            <PaperChartView key={chart.key} chart={chart} svg={charts[chart.key]} />
          ))}
          {action && (
            <div className="-ml-3 flex flex-wrap items-center gap-x-1 print:hidden">
              <LinkButton href={paragraphPath(slug, key)} variant="quiet" context={name}>
                Edit
              </LinkButton>
              <ParagraphSteps paragraph={paragraph} name={name} basedOn={basedOn} action={action} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** Nothing where it prints as it is generated. */
function ParagraphState({ paragraph }: Pick<DraftParagraphProps, 'paragraph'>) {
  const { edited, generated, moved, leftOut } = paragraph;
  if (!edited && !leftOut) return null;
  return (
    <p className="flex flex-wrap gap-2 print:hidden">
      {leftOut && <Tag tone="strong">Left out</Tag>}
      {edited && <Tag tone="accent">{generated === null ? 'Added' : 'Edited'}</Tag>}
      {moved && <Tag>Figures have moved since</Tag>}
      {edited && !paragraph.public && <Tag>Not in the public version</Tag>}
    </p>
  );
}

/** Its words and, where the figures have moved since they were typed, what they would be now. */
function ParagraphWords({ paragraph }: Pick<DraftParagraphProps, 'paragraph'>) {
  const words = <PaperProse blocks={parseProse(paragraph.words)} />;
  if (paragraph.leftOut) return <Details summary="What it would say">{words}</Details>;
  if (!paragraph.moved || paragraph.generated === null) return words;
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2 print:block">
      <div className="space-y-2">
        <p className="text-sm font-semibold text-muted print:hidden">As it was edited</p>
        {words}
      </div>
      <div className="space-y-2 border-l-6 border-amber pl-4 print:hidden">
        <p className="text-sm font-semibold text-muted">As it would be generated now</p>
        <PaperProse blocks={parseProse(paragraph.generated)} />
      </div>
    </div>
  );
}
