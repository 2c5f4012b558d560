import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { EvidenceList } from '@/components/evidence/evidence-list';
import { Banners, Provenance } from '@/components/item/banners';
import { Facts } from '@/components/item/facts';
import { Links } from '@/components/item/links';
import { National, OurResponse } from '@/components/item/national';
import { Neighbours } from '@/components/item/neighbours';
import { Standing } from '@/components/item/standing';
import { SuccessMeasure } from '@/components/item/success-measure';
import { Updates } from '@/components/item/updates';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { SectionNav } from '@/components/ui/section-nav';
import { itemPath, KIND_NAMES } from '@/lib/domain/item';
import { notice } from '@/lib/domain/notices';
import type { ItemView } from '@/lib/domain/view';
import { type ItemPageProps, itemAt } from '@/lib/server/item-page';

export async function generateMetadata({
  params,
}: Pick<ItemPageProps, 'params'>): Promise<Metadata> {
  const { register, reference } = await params;
  const view = await itemAt(register, reference);
  return { title: `${view.reference} ${view.shortTitle}` };
}

function Actions({ view }: { view: ItemView }) {
  const path = itemPath(view.reference);
  const { may, restricted } = { may: view.may, restricted: view.restriction !== null };
  return (
    <>
      {may.setRag && (
        <LinkButton href={`${path}/update`} variant="primary">
          Post a status update
        </LinkButton>
      )}
      {may.edit && (
        <LinkButton href={`${path}/edit`} variant="secondary">
          Edit details
        </LinkButton>
      )}
      {may.restrict && (
        <LinkButton href={`${path}/${restricted ? 'release' : 'restrict'}`} variant="secondary">
          {restricted ? 'Release' : 'Restrict'}
        </LinkButton>
      )}
      {may.edit && (
        <LinkButton href={`${path}/withdraw`} variant="quiet">
          Withdraw
        </LinkButton>
      )}
    </>
  );
}

/** A recommendation, commitment or local action: all three are drawn alike. */
export default async function ItemPage({ params, searchParams }: ItemPageProps) {
  const { register, reference } = await params;
  const view = await itemAt(register, reference);
  const path = itemPath(view.reference);
  if (`/${register}/${reference}` !== path) permanentRedirect(path);
  const { many } = KIND_NAMES[view.kind];
  const local = view.kind === 'local_action';
  return (
    <Page width="page">
      <Banners view={view} done={notice((await searchParams).done)} />
      <PageHeader
        trail={[
          { href: '/', label: 'Dashboard' },
          { href: `/${register}`, label: many },
        ]}
        caption={`${KIND_NAMES[view.kind].one} ${view.reference}`}
        title={view.shortTitle}
        actions={<Actions view={view} />}
      />
      {view.rated && (
        <SectionNav
          label="On this page"
          links={[
            { href: '#text', label: local ? 'Description' : 'Text' },
            { href: '#standing', label: 'Where it stands' },
            ...(local ? [{ href: '#success-measure', label: 'Success measure' }] : []),
            ...(local ? [] : [{ href: '#our-response', label: 'Our response' }]),
            {
              href: '#evidence',
              label: 'Evidence',
              count: view.evidenceList.filter((one) => !one.withdrawn).length,
            },
            ...(local ? [] : [{ href: '#national', label: 'The national side' }]),
            { href: '#links', label: 'Links' },
            { href: '#updates', label: 'Updates' },
            { href: `${path}/history`, label: 'History' },
          ]}
        />
      )}
      <Section id="text" title={local ? 'Description' : 'Text'}>
        <Prose text={view.text} size="large" />
        <Provenance view={view} />
      </Section>
      {view.rated && (
        <Section id="standing" title="Where it stands">
          <Standing view={view} />
          <Facts view={view} />
        </Section>
      )}
      {local && <SuccessMeasure view={view} />}
      {view.rated && !local && <OurResponse view={view} />}
      {view.rated && <EvidenceList view={view} />}
      {!local && <National view={view} />}
      <Links view={view} />
      {view.rated && <Updates view={view} />}
      <Neighbours view={view} />
    </Page>
  );
}
