import { innerAddress } from '@/lib/domain/inner-address';
import { isProvider } from '@/lib/domain/single-sign-on';
import { route } from '@/lib/server/route';
import { seeOther } from '@/lib/server/see-other';
import { beginSingleSignOn } from '@/lib/server/single-sign-on';

/**
 * Leads to a provider of single sign-on. A link, because no browser follows a form of ours to
 * another site (form-action of the content security policy).
 */
export const GET = route(
  async (request: Request, { params }: { params: Promise<{ provider: string }> }) => {
    const { provider } = await params;
    const query = new URL(request.url).searchParams;
    const to = innerAddress(query.get('to') ?? undefined);
    if (!isProvider(provider)) return seeOther('/sign-in');
    return seeOther(await beginSingleSignOn(provider, to, query.has('prove')));
  },
);
