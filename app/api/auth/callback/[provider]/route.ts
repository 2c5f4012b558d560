import { noteRefusal, signInVouched } from '@/lib/data/identities';
import { innerAddress } from '@/lib/domain/inner-address';
import { type Problem, REFUSALS } from '@/lib/domain/single-sign-on';
import { caller } from '@/lib/server/caller';
import { database } from '@/lib/server/database';
import { log } from '@/lib/server/log';
import { route } from '@/lib/server/route';
import { seeOther } from '@/lib/server/see-other';
import { startSession } from '@/lib/server/session';
import { endSingleSignOn } from '@/lib/server/single-sign-on';

const back = (problem: Problem) => seeOther(`/sign-in?problem=${problem}`);

/** Where a provider of single sign-on sends people back to. */
export const GET = route(
  async (request: Request, { params }: { params: Promise<{ provider: string }> }) => {
    const { provider } = await params;
    const entrance = { db: database(), now: new Date(), caller: await caller() };
    const returned = await endSingleSignOn(provider, new URL(request.url).search);
    switch (returned.is) {
      case 'vouched': {
        const id = await signInVouched(entrance, returned.vouched);
        if (!id) return back('unknown');
        await startSession(id);
        return seeOther(innerAddress(returned.to));
      }
      case 'refused':
        await noteRefusal(entrance, REFUSALS[returned.refusal]);
        return back('unknown');
      case 'again':
        return back('again');
      case 'declined':
        await noteRefusal(entrance, `the provider answered ${returned.detail}`);
        return back('declined');
      case 'failed':
        log.error({ err: returned.error, provider }, 'A sign-in by single sign-on failed');
        await noteRefusal(entrance, 'the answer of the provider was not good');
        return back('unreachable');
    }
  },
);
