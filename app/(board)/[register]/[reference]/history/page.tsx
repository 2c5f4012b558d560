import { History } from '@/components/history/history';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { getHistory } from '@/lib/data/history';
import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import { found, type ItemPageProps, itemAt, itemFormTitle } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';

export const generateMetadata = itemFormTitle('History');

/** Every change to one recommendation, commitment or local action. */
export default async function HistoryPage({ params, searchParams }: ItemPageProps) {
  const { register, reference } = await params;
  const context = await signedIn();
  const item = await itemAt(register, reference);
  const page = Number((await searchParams).page) || 1;
  const view = await found(getHistory(context, item.reference, page));
  return (
    <Page width="page">
      <PageHeader
        trail={[
          { href: `/${register}`, label: KIND_NAMES[item.kind].many },
          { href: itemPath(item.reference), label: item.reference },
        ]}
        caption={`${item.reference} ${item.shortTitle}`}
        title="History"
        lead="Every change: who, when, from what, to what, and why. Nothing here can be altered."
      />
      <History view={view} />
    </Page>
  );
}
