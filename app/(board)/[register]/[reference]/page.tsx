import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { showMoment } from '@/components/as-at/shown-moment';
import { ItemPage } from '@/components/item/item-page';
import { listChallengesOf } from '@/lib/data/challenges';
import { itemPath } from '@/lib/domain/item';
import { doneNotice } from '@/lib/server/done';
import { type ItemPageProps, itemThen } from '@/lib/server/item-page';
import { asked, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({ params, searchParams }: ItemPageProps): Promise<Metadata> {
  const { register, reference } = await params;
  const { item, at } = await itemThen(register, reference, await asked(searchParams));
  return { title: titleAt(at, `${item.reference} ${item.shortTitle}`) };
}

export default async function RegisterItemPage({ params, searchParams }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const { item, at } = await itemThen(register, reference, await asked(searchParams));
  const address = itemPath(item.reference);
  if (reference !== reference.toLowerCase()) permanentRedirect(address);
  showMoment(at.asAt);
  const { context, asAt, problem, choices } = at;
  const challenges = await listChallengesOf(context, item.reference);
  const done = await doneNotice(searchParams);
  const moment = { address, asAt, problem, choices };
  return <ItemPage item={item} challenges={challenges} done={done} moment={moment} />;
}
