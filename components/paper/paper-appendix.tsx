import './paper.css';
import type { PaperAppendix } from '@/lib/domain/paper-model';
import { Section } from '../ui/section';
import { PaperTableView } from './paper-table';

/** An appendix: its tables, on pages of their own where it is printed. */
export function PaperAppendixView({
  id,
  appendix,
  changed,
}: {
  id: string;
  appendix: PaperAppendix;
  /** References of items that the register says something else of now. */
  changed?: readonly string[];
}) {
  return (
    <div className="paper-appendix">
      <Section id={id} title={appendixTitle(appendix)}>
        {appendix.parts.map((table) => (
          <PaperTableView key={table.key} table={table} changed={changed} />
        ))}
      </Section>
    </div>
  );
}

/** 'Appendix 1: The recommendations' */
export function appendixTitle({ label, title }: Pick<PaperAppendix, 'label' | 'title'>): string {
  return `${label}: ${title}`;
}
