import { getSecondStepDue } from '@/lib/data/second-step';
import { currentSession, signedIn } from './session';

/**
 * From when on signing in asks the reader for a second step that they have not set up: an instant
 * as ISO text. Null where it never will.
 */
export async function secondStepDue(): Promise<string | null> {
  const [context, session] = [await signedIn(), await currentSession()];
  const guarded = context.rules?.providersWithSecondStep.some((one) => one === session?.method);
  return guarded ? null : ((await getSecondStepDue(context))?.toISOString() ?? null);
}
