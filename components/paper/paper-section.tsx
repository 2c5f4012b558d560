import type { PaperSection } from '@/lib/domain/paper-model';
import { Section } from '../ui/section';
import type { ChartDrawings } from './paper-chart';
import { PaperParagraphView } from './paper-paragraph';

interface PaperSectionProps {
  id: string;
  section: PaperSection;
  charts: ChartDrawings;
}

/** A numbered section of the board's form, paragraph by paragraph. */
export function PaperSectionView({ id, section, charts }: PaperSectionProps) {
  return (
    <Section id={id} title={sectionTitle(section)}>
      {section.paragraphs.map((paragraph) => (
        <PaperParagraphView key={paragraph.number} paragraph={paragraph} charts={charts} />
      ))}
    </Section>
  );
}

/** '2. WHAT ARE THE CRITICAL ITEMS/ISSUES FOR FOCUS?' */
export function sectionTitle({
  number,
  heading,
}: Pick<PaperSection, 'number' | 'heading'>): string {
  return `${number}. ${heading}`;
}
