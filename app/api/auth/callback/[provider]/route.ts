import { isProvider } from '@/lib/domain/single-sign-on';
import { route } from '@/lib/server/route';
import { seeOther } from '@/lib/server/see-other';
import { endSingleSignOn } from '@/lib/server/single-sign-on';

/** Where a provider of single sign-on sends people back to. */
export const GET = route(
  async (request: Request, { params }: { params: Promise<{ provider: string }> }) => {
    const { provider } = await params;
    if (!isProvider(provider)) return seeOther('/sign-in');
    return seeOther(await endSingleSignOn(provider, new URL(request.url).searchParams));
  },
);
