import { RestrictionStands } from '@/components/restriction/restriction';
import { Inset } from '@/components/ui/inset';
import { Notification } from '@/components/ui/notification';
import { TextLink } from '@/components/ui/text-link';
import { formatMonth } from '@/lib/domain/dates';
import { itemPath, OUTCOME_NAMES } from '@/lib/domain/item';
import type { ItemView } from '@/lib/domain/view';

/** What holds for the whole page: just saved, restricted, withdrawn, closed, shown for context. */
export function Banners({ view, done }: { view: ItemView; done?: string }) {
  const withdrawal = view.updates.find((update) => update.kind === 'withdrawal');
  return (
    <>
      {done && <Notification tone="success" title={done} />}
      {view.restriction && (
        <Notification title="Restricted">
          <RestrictionStands restriction={view.restriction} />
        </Notification>
      )}
      {view.lifecycle === 'withdrawn' && (
        <Notification title="Withdrawn">
          <p>{withdrawal?.words ?? 'It no longer counts.'} It no longer counts anywhere.</p>
        </Notification>
      )}
      {view.lifecycle === 'closed' && (
        <Notification title={`Closed${view.outcome ? `: ${OUTCOME_NAMES[view.outcome]}` : ''}`} />
      )}
    </>
  );
}

const SHOWN_AS: Record<'context' | 'heading' | 'dependency', string> = {
  context: 'Shown for context. It is neither rated nor counted.',
  heading: 'A heading. What stands under it is rated; it is not.',
  dependency:
    'A remark by the author of the board paper: something the rest depends on, not a commitment. It is neither rated nor counted.',
};

/** Whose words these are. */
export function Provenance({ view }: { view: ItemView }) {
  const kind = view.commitmentKind;
  return (
    <div className="space-y-3">
      {kind && kind !== 'commitment' && (
        <Inset>
          <p>{SHOWN_AS[kind]}</p>
        </Inset>
      )}
      {view.parent && (
        <p>
          Under the heading{' '}
          <TextLink href={itemPath(view.parent.reference)}>
            {view.parent.reference} {view.parent.shortTitle}
          </TextLink>
        </p>
      )}
      {view.source && (
        <p className="measure text-sm text-muted">
          {view.kind === 'commitment'
            ? `From the board paper of 2021, which ${
                view.reference === 'C7'
                  ? 'gives its own account of a pledge it does not date'
                  : kind === 'dependency'
                    ? 'adds this remark of its own'
                    : 'summarises the government’s initial response of 27 July 2021'
              }. These are not the government’s own words. The short title is the board’s own.`
            : `${view.source.title} (${view.source.publisher}, ${formatMonth(view.source.published)}). The text is word for word; the short title is the board’s own.`}
        </p>
      )}
      {view.editorNote && (
        <p className="measure text-sm text-muted">Editor’s note: {view.editorNote}</p>
      )}
    </div>
  );
}
