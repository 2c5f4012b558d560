import { itemPath, OUR_ROLE_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import { Section } from '../ui/section';
import type { Part } from './parts';
import { SectionLink } from './section-link';
import { Statement } from './statement';

/** Our role in it, and what we say we will do. */
export function Response({ item, part }: { item: ItemView; part: Part }) {
  const { response, earlierResponses, ourRole, may, reference, kind } = item;
  return (
    <Section
      id={part.id}
      title={part.title}
      actions={
        may.stateResponse && (
          <SectionLink href={`${itemPath(reference)}/response`}>
            {response ? 'Change our response' : 'Write our response'}
          </SectionLink>
        )
      }
    >
      {kind === 'recommendation' && (
        <p className="text-lg">
          {ourRole ? (
            <>
              Our role: <strong>{OUR_ROLE_NAMES[ourRole]}</strong>
            </>
          ) : (
            <span className="text-muted">Our role has not been set.</span>
          )}
        </p>
      )}
      {response ? (
        <Statement latest={response} earlier={earlierResponses} earlierTitle="Earlier responses" />
      ) : (
        <p className="text-muted">Nobody has written our response yet.</p>
      )}
    </Section>
  );
}
