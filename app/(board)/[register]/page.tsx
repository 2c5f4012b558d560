import type { Metadata } from 'next';
import { Register } from '@/components/register/register';
import { RegisterLead } from '@/components/register/register-lead';
import { Page } from '@/components/shell/page';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { getRegister } from '@/lib/data/register';
import { KIND_NAMES } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { registerQuerySchema } from '@/lib/domain/register';
import { kindAtPath } from '@/lib/domain/register-links';
import { nothingAt } from '@/lib/server/item-page';
import { signedIn } from '@/lib/server/session';

interface RegisterPageProps {
  params: Promise<{ register: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: RegisterPageProps): Promise<Metadata> {
  const kind = kindAtPath((await params).register);
  return kind ? { title: KIND_NAMES[kind].many } : {};
}

export default async function RegisterPage({ params, searchParams }: RegisterPageProps) {
  const context = await signedIn();
  const kind = kindAtPath((await params).register);
  if (!kind) nothingAt();
  const view = await getRegister(context, kind, registerQuerySchema.parse(await searchParams));
  const mayCreate =
    kind === 'local_action' &&
    can(context.actor, 'editLocalActions', { kind: 'local_action', ownerId: null });
  const createHref = mayCreate ? '/local-actions/new' : undefined;
  return (
    <Page>
      <PageHeader
        trail={[{ href: '/', label: 'Dashboard' }]}
        title={KIND_NAMES[kind].many}
        lead={<RegisterLead kind={kind} />}
        actions={createHref && <LinkButton href={createHref}>Create a local action</LinkButton>}
      />
      <Register view={view} createHref={createHref} />
    </Page>
  );
}
