import type { ChallengeList } from '@/lib/domain/challenge-view';
import type { DoneNotice } from '@/lib/domain/notice-told';
import type { ItemView } from '@/lib/domain/view';
import { AsAtPage, type ShownMoment } from '../as-at/as-at-page';
import { ItemChallenges } from '../challenge/item-challenges';
import { EvidenceSection } from '../evidence/evidence-list';
import { Proposals } from '../proposal/proposals';
import { Questions } from '../question/questions';
import { Redactions } from '../redaction/redactions';
import { ActionDetails } from './action-details';
import { Contents } from './contents';
import { Facts } from './facts';
import { Imported } from './imported';
import { ItemHeader } from './item-header';
import { ItemNotices } from './item-notices';
import { Links } from './links';
import { Manage } from './manage';
import { Measure } from './measure';
import { National } from './national';
import { partsOf } from './parts';
import { Response } from './response';
import { Standing } from './standing';
import { Updates } from './updates';
import { Wording } from './wording';

interface ItemPageProps {
  item: ItemView;
  /** What does not add up about it. */
  challenges: ChallengeList;
  /** What was just saved. */
  done: DoneNotice | null;
  moment: ShownMoment;
}

/**
 * Everything about one recommendation, commitment or local action. Where it stands and who
 * answers for it come first; beside them, where there is room, the contents of the rest.
 */
export function ItemPage({ item, challenges, done, moment }: ItemPageProps) {
  const parts = partsOf(item);
  const present = Object.values(parts).filter((part) => part !== null);
  return (
    <AsAtPage moment={moment} done={done} header={<ItemHeader item={item} />}>
      <ItemNotices item={item} />
      <ItemChallenges list={challenges} />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {item.rated && <Standing item={item} />}
        <aside
          aria-label={`About ${item.reference}`}
          className="space-y-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-stretch"
        >
          {item.rated && <Facts item={item} />}
          <Contents reference={item.reference} parts={present} />
        </aside>
        <div className="min-w-0 space-y-12 lg:col-start-1">
          {item.kind === 'local_action' ? (
            <ActionDetails item={item} part={parts.text} />
          ) : (
            <Wording item={item} part={parts.text} />
          )}
          {parts.measure && <Measure item={item} part={parts.measure} />}
          {parts.response && <Response item={item} part={parts.response} />}
          {parts.evidence && <EvidenceSection item={item} part={parts.evidence} />}
          {parts.national && <National item={item} part={parts.national} />}
          <Links item={item} part={parts.links} />
          {parts.proposals && <Proposals item={item} part={parts.proposals} />}
          {parts.questions && <Questions item={item} part={parts.questions} />}
          {parts.updates && <Updates item={item} part={parts.updates} />}
          {parts.imported && <Imported item={item} part={parts.imported} />}
          <Redactions redactions={item.redactions} />
          <Manage item={item} />
        </div>
      </div>
    </AsAtPage>
  );
}
