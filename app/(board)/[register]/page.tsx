import type { Metadata } from 'next';
import { AsAtPage } from '@/components/as-at/as-at-page';
import { showMoment } from '@/components/as-at/shown-moment';
import { Register } from '@/components/register/register';
import { RegisterLead } from '@/components/register/register-lead';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { SearchRefused } from '@/components/ui/search-refused';
import { getRegister } from '@/lib/data/register';
import { besideSearch, refuseSearch } from '@/lib/domain/address-query';
import { KIND_NAMES } from '@/lib/domain/item';
import { can } from '@/lib/domain/permissions';
import { registerAddress, registerQuerySchema } from '@/lib/domain/register';
import { kindAtPath } from '@/lib/domain/register-links';
import { nothingAt } from '@/lib/server/item-page';
import { type ReadingProps, reading, titleAt } from '@/lib/server/reading';
import { signedIn } from '@/lib/server/session';

interface RegisterPageProps extends ReadingProps {
  params: Promise<{ register: string }>;
}

export async function generateMetadata({
  params,
  searchParams,
}: RegisterPageProps): Promise<Metadata> {
  const kind = kindAtPath((await params).register);
  return kind ? { title: titleAt(await reading(searchParams), KIND_NAMES[kind].many) } : {};
}

export default async function RegisterPage({ params, searchParams }: RegisterPageProps) {
  await signedIn();
  const kind = kindAtPath((await params).register);
  if (!kind) nothingAt();
  const { context, ...at } = await reading(searchParams);
  showMoment(at.asAt);
  const search = await searchParams;
  const query = registerQuerySchema.parse(search);
  const refused = refuseSearch(query.q);
  const { path } = KIND_NAMES[kind];
  const mayCreate =
    !at.asAt &&
    kind === 'local_action' &&
    can(context.actor, 'editLocalActions', { kind: 'local_action', ownerId: null });
  const createHref = mayCreate ? '/local-actions/new' : undefined;
  return (
    <AsAtPage
      moment={{ ...at, address: refused ? path : registerAddress(path, query) }}
      header={
        <PageHeader
          trail={[{ href: '/', label: 'Dashboard' }]}
          title={KIND_NAMES[kind].many}
          lead={<RegisterLead kind={kind} />}
          actions={
            createHref && (
              <>
                <LinkButton href={createHref}>Create a local action</LinkButton>
                <LinkButton href="/import" variant="secondary">
                  Import a spreadsheet
                </LinkButton>
              </>
            )
          }
        />
      }
    >
      {refused ? (
        <SearchRefused
          refused={refused}
          path={path}
          name="q"
          words={query.q}
          beside={besideSearch(search, 'q')}
        />
      ) : (
        <Register view={await getRegister(context, kind, query)} createHref={createHref} />
      )}
    </AsAtPage>
  );
}
