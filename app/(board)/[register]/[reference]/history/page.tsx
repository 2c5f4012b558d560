import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { History } from '@/components/history/history';
import { PageHeader } from '@/components/shell/page-header';
import { getHistory } from '@/lib/data/history';
import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import { found, type ItemPageProps, itemThen } from '@/lib/server/item-page';
import { asked, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';
import { single } from '@/lib/server/way-back';

export async function generateMetadata({ params, searchParams }: ItemPageProps): Promise<Metadata> {
  const { register, reference } = await params;
  const { item, at } = await itemThen(register, reference, await asked(searchParams));
  return { title: titleAt(at, `History: ${item.reference} ${item.shortTitle}`) };
}

/** What is no page number is the first page: an old or mangled link still shows the history. */
function pageNumber(text: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1;
}

export default async function HistoryPage({ params, searchParams }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const { item, at } = await itemThen(register, reference, await asked(searchParams));
  const { context, ...moment } = at;
  showMoment(at.asAt);
  const page = pageNumber(single((await searchParams).page));
  const view = await found(getHistory(context, item.reference, page));
  const { many, path } = KIND_NAMES[item.kind];
  return (
    <AsAtPage
      moment={{ ...moment, address: `${itemPath(item.reference)}/history` }}
      width="page"
      header={
        <PageHeader
          trail={[
            { href: '/', label: 'Dashboard' },
            { href: path, label: many },
            { href: itemPath(item.reference), label: item.reference },
          ]}
          caption={`${item.reference} ${item.shortTitle}`}
          title="History"
          lead="Every change, newest first. Nothing here is ever overwritten; what was redacted says so. Times are London’s."
        />
      }
    >
      <History view={view} />
    </AsAtPage>
  );
}
