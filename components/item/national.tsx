import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { Day } from '../ui/date';
import { Section } from '../ui/section';
import type { Part } from './parts';
import { SectionLink } from './section-link';
import { Statement } from './statement';

/** What the national side was asked for and where it has got to; apart from our own dates. */
export function National({ item, part }: { item: ItemView; part: Part }) {
  const { position, earlierPositions, deadlines, may, reference } = item;
  return (
    <Section
      id={part.id}
      title={part.title}
      intro="Kept apart: a national deadline makes nothing here overdue."
      actions={
        may.statePosition && (
          <SectionLink href={`${itemPath(reference)}/position`}>
            Note the national position
          </SectionLink>
        )
      }
    >
      {deadlines.length > 0 && (
        <div className="space-y-3">
          <h3>{deadlines.length === 1 ? 'National deadline' : 'National deadlines'}</h3>
          <ul className="space-y-4">
            {deadlines.map(({ text, date, basis }) => (
              <li key={`${text} ${date}`} className="measure space-y-0.5">
                <p className="text-lg">“{text}”</p>
                <p className="text-sm text-muted">
                  The board’s reading:{' '}
                  {date && (
                    <>
                      <Day date={date} />,{' '}
                    </>
                  )}
                  {basis}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="space-y-3">
        <h3>National position</h3>
        {position ? (
          <Statement
            latest={position}
            earlier={earlierPositions}
            earlierTitle="Earlier positions"
          />
        ) : (
          <p className="text-muted">Nobody has noted where the national side stands.</p>
        )}
      </div>
    </Section>
  );
}
