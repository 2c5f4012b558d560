import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { Challenges } from '@/components/challenge/challenges';
import { ChallengesLead } from '@/components/challenge/challenges-lead';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { listChallenges } from '@/lib/data/challenges';
import {
  CHALLENGES_PATH,
  challengeQuerySchema,
  challengesAddress,
} from '@/lib/domain/challenge-query';
import { doneNotice } from '@/lib/server/done';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({ searchParams }: ReadingProps): Promise<Metadata> {
  return { title: titleAt(await reading(searchParams), 'Challenges') };
}

export default async function ChallengesPage({ searchParams }: ReadingProps) {
  const { actor } = await signedIn();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const asked = await searchParams;
  const query = challengeQuerySchema.parse(asked);
  const done = await doneNotice(searchParams);
  const list = await listChallenges(context);
  const open = list.lines.some(({ acknowledged }) => !acknowledged);
  return (
    <AsAtPage
      done={done}
      moment={{ ...at, address: challengesAddress(query) }}
      header={
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title="Challenges"
          lead={<ChallengesLead list={list} />}
          actions={
            list.mayAcknowledge &&
            open && (
              <LinkButton href={challengesAddress(query, `${CHALLENGES_PATH}/acknowledge`)}>
                Acknowledge several
              </LinkButton>
            )
          }
        />
      }
    >
      <Challenges list={list} query={query} me={actor.id} />
    </AsAtPage>
  );
}
