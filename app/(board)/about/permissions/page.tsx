import type { Metadata } from 'next';
import { PermissionTable } from '@/components/permissions/permission-table';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { ROLE_NAMES } from '@/lib/domain/permissions';
import { signedIn } from '@/lib/server/session';

export const metadata: Metadata = { title: 'Who can do what' };

export default async function PermissionsPage() {
  const { actor } = await signedIn();
  const roles = new Intl.ListFormat('en-GB').format(actor.roles.map((role) => ROLE_NAMES[role]));
  return (
    <Page width="page">
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title="Who can do what"
        lead={
          <p>
            You are signed in as: {roles}. Somebody with several roles may do what any of them
            allows.
          </p>
        }
      />
      <PermissionTable />
      <Section id="restricted" title="What is restricted">
        <div className="measure space-y-3">
          <p>
            A local action or a piece of evidence can be restricted, with a reason and a date to
            review it. Viewers do not see it, nor does anybody from an organisation it is hidden
            from: to them it is not there, in counts and history either.
          </p>
          <p>
            Everybody else sees it as the table says. Changes are kept under the name of whoever
            made them, and nothing is overwritten.
          </p>
        </div>
      </Section>
      <p>
        <TextLink href="/people">People and their roles</TextLink>
      </p>
    </Page>
  );
}
