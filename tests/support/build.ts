import { ensureBuild } from '@/scripts/start/take-build';

/** The fault tests start the real thing, which would otherwise build within the first of them. */
export async function setup(): Promise<void> {
  await ensureBuild();
}
