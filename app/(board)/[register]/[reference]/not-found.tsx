import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { NotFoundHelp } from '@/components/shell/not-found-help';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { TextLink } from '@/components/ui/text-link';
import { itemPath, kindOfReference, parseReference } from '@/lib/domain/item';

export const metadata: Metadata = { title: 'Page not found' };

/** The reference in the address, as the proxy noted it: this page is given no parameters. */
async function asked(): Promise<{ register: string; reference: string } | undefined> {
  const path = (await headers()).get('x-path')?.split('?')[0] ?? '';
  const [, register = '', segment = ''] = path.split('/');
  const reference = parseReference(segment);
  return reference ? { register, reference } : undefined;
}

export default async function ItemNotFound() {
  const at = await asked();
  const elsewhere = at && !itemPath(at.reference).startsWith(`/${at.register}/`);
  return (
    <Page width="narrow">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title={at && !elsewhere ? `${at.reference} was not found` : 'Page not found'}
        lead={
          <p>
            {at && elsewhere ? (
              <>
                {at.reference} is the reference of a {KIND_WORDS[kindOfReference(at.reference)]}.
                Try <TextLink href={itemPath(at.reference)}>{itemPath(at.reference)}</TextLink>.
              </>
            ) : (
              'No such reference is in the register, or you may not see it. Check it against the paper or message it came from.'
            )}
          </p>
        }
      />
      <NotFoundHelp />
    </Page>
  );
}

const KIND_WORDS = {
  recommendation: 'recommendation',
  commitment: 'commitment',
  local_action: 'local action',
} as const;
