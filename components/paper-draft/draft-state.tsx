import { formatDate } from '@/lib/domain/dates';
import { movedParagraphs, type PaperDraftView, paragraphName } from '@/lib/domain/paper-draft-view';
import { paperPath, paragraphAnchor } from '@/lib/domain/paper-path';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Inset } from '../ui/inset';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** Whether it is a draft or cleared, by whom, and who changed it last. */
export function DraftState({ draft }: { draft: PaperDraftView }) {
  const { cleared, saved, startsFrom } = draft;
  if (cleared) {
    return (
      <p>
        <Tag tone="strong">Cleared</Tag> by {cleared.by}, {cleared.role}, <Moment at={cleared.at} />
        . Any change makes it a draft again.
      </p>
    );
  }
  return (
    <p>
      <Tag tone="accent">Draft</Tag>{' '}
      {saved ? (
        <>
          last changed <Moment at={saved.at} /> by {by(saved.author) ?? 'the system'}.
        </>
      ) : startsFrom ? (
        <>
          nobody has changed it yet. It starts from{' '}
          <TextLink href={paperPath(startsFrom.slug)}>
            the paper of {formatDate(startsFrom.date)}
          </TextLink>
          .
        </>
      ) : (
        'nobody has changed it yet. It is generated from the register.'
      )}
    </p>
  );
}

/** What no longer says what the register says, to be looked at before the paper is cleared. */
export function MovedSince({ draft, href }: { draft: PaperDraftView; href: string }) {
  const paragraphs = movedParagraphs(draft);
  const headlines = draft.headlines.filter(({ moved }) => moved);
  if (paragraphs.length + headlines.length === 0) return null;
  return (
    <Inset>
      {paragraphs.length > 0 && (
        <p>
          <strong>Figures have moved since these paragraphs were edited:</strong>{' '}
          {paragraphs.map((one, index) => (
            <span key={one.key}>
              {index > 0 && ', '}
              <TextLink href={`${href}#${paragraphAnchor(one.key)}`}>{paragraphName(one)}</TextLink>
            </span>
          ))}
          .
        </p>
      )}
      {headlines.length > 0 && (
        <p>
          <strong>The register has a new headline, and the paper prints another:</strong>{' '}
          <TextLink href={`${paperPath(draft.slug)}/headlines`}>
            {headlines.map(({ reference }) => reference).join(', ')}
          </TextLink>
          .
        </p>
      )}
    </Inset>
  );
}
