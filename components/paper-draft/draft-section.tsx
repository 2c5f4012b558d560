import type { FormAction } from '@/lib/domain/form-state';
import type { DraftSectionView } from '@/lib/domain/paper-draft-view';
import { paperPath } from '@/lib/domain/paper-path';
import type { ChartDrawings } from '../paper/paper-chart';
import { LinkButton } from '../ui/button';
import { Section } from '../ui/section';
import { DraftParagraph } from './draft-paragraph';

/** What has just happened to which paragraph. */
export interface JustDone {
  key: string;
  words: string;
}

interface DraftSectionProps {
  slug: string;
  section: DraftSectionView;
  basedOn: number;
  charts: ChartDrawings;
  /** The action of a paragraph's buttons; null where nothing can be changed. */
  step: ((key: string) => FormAction) | null;
  done: JustDone | null;
}

/** A section of the paper, and where something is added to it. */
export function DraftSection({ slug, section, basedOn, charts, step, done }: DraftSectionProps) {
  const { number, heading, paragraphs } = section;
  return (
    <Section id={`section-${number}`} title={`${number}. ${heading}`}>
      {paragraphs.map((paragraph) => (
        <DraftParagraph
          key={paragraph.key}
          slug={slug}
          paragraph={paragraph}
          basedOn={basedOn}
          charts={charts}
          action={step?.(paragraph.key) ?? null}
          done={done?.key === paragraph.key ? done.words : undefined}
        />
      ))}
      {step && (
        <p className="print:hidden">
          <LinkButton
            href={`${paperPath(slug)}/paragraphs/new?section=${number}`}
            variant="secondary"
            context={`to section ${number}`}
          >
            Add a paragraph
          </LinkButton>
        </p>
      )}
    </Section>
  );
}
