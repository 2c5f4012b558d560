import { itemPath } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';
import type { Part } from '../item/parts';
import { SectionLink } from '../item/section-link';
import { Section } from '../ui/section';
import { QuestionList } from './question-list';

/** What members asked about an item before meetings, and what its owner answered. */
export function Questions({ item, part }: { item: ItemView; part: Part }) {
  return (
    <Section
      id={part.id}
      title={part.title}
      intro="Asked of the owner before a meeting."
      actions={
        item.may.ask && (
          <SectionLink href={`${itemPath(item.reference)}/ask`}>Ask a question</SectionLink>
        )
      }
    >
      {item.questions.length > 0 ? (
        <QuestionList questions={item.questions} />
      ) : (
        <p className="text-muted">Nobody has asked anything yet.</p>
      )}
    </Section>
  );
}
