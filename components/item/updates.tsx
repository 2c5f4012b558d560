import { RagTag } from '@/components/status/rag-tag';
import { LinkButton } from '@/components/ui/button';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { itemPath } from '@/lib/domain/item';
import type { ItemView, UpdateView } from '@/lib/domain/view';

const TITLES: Partial<Record<UpdateView['kind'], string>> = {
  rag: 'Rated',
  no_change: 'No change',
  owner: 'Owner assigned',
  dates: 'Dates changed',
  our_role: 'Our role set',
  withdrawal: 'Withdrawn',
};

function Said({ update }: { update: UpdateView }) {
  const { kind, headline, words, recovery, nextStep } = update;
  return (
    <>
      {kind === 'rag' && headline && <p className="font-semibold wrap-anywhere">{headline}</p>}
      {words && <Prose text={words} />}
      {recovery && <Prose text={`What would bring it back: ${recovery}`} />}
      {nextStep && <Prose text={`Next step: ${nextStep}`} />}
    </>
  );
}

/** What has been reported, newest first. What nobody said anything about is in the history. */
export function Updates({ view }: { view: ItemView }) {
  const path = itemPath(view.reference);
  const said = view.updates.filter(
    ({ kind, words }) => kind === 'rag' || kind === 'no_change' || (kind !== 'baseline' && words),
  );
  return (
    <Section
      id="updates"
      title="Updates"
      intro={
        <TextLink href={`${path}/history`}>Every change, with who, when, from and to</TextLink>
      }
      actions={
        view.may.setRag && view.rag !== 'not_rated' ? (
          <LinkButton href={`${path}/no-change`} variant="secondary">
            Report no change
          </LinkButton>
        ) : undefined
      }
    >
      {said.length > 0 ? (
        <Timeline
          entries={said.map((update) => ({
            key: String(update.number),
            at: update.at,
            title: TITLES[update.kind] ?? update.kind,
            author: update.author && `${update.author.name}, ${update.author.position}`,
            tag: update.kind === 'rag' ? <RagTag status={update.rag} /> : undefined,
            children: <Said update={update} />,
          }))}
        />
      ) : (
        <p className="text-muted">None yet.</p>
      )}
    </Section>
  );
}
