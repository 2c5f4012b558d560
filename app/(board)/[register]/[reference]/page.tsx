import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { ItemPage } from '@/components/item/item-page';
import { notice } from '@/lib/domain/notices';
import { type ItemPageProps, itemAt } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';

export async function generateMetadata({
  params,
}: Pick<ItemPageProps, 'params'>): Promise<Metadata> {
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  return { title: `${item.reference} ${item.shortTitle}` };
}

export default async function RegisterItemPage({ params, searchParams }: ItemPageProps) {
  await signedIn();
  const { register, reference } = await params;
  const item = await itemAt(register, reference);
  const address = `/${register}/${item.reference.toLowerCase()}`;
  if (reference !== reference.toLowerCase()) permanentRedirect(address);
  return <ItemPage item={item} done={notice((await searchParams).done)} />;
}
