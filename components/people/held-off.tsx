import type { HeldOffView } from '@/lib/domain/view';
import { Moment } from '../ui/date';

/** Where somebody's sign-ins are held off after too many attempts, and until when. */
export function HeldOff({ held }: { held: HeldOffView }) {
  const { networks, everywhere, own, codes } = held;
  const where = [
    everywhere && 'in every browser in which they have not signed in before',
    !everywhere && networks > 0 && `from ${networks === 1 ? '1 network' : `${networks} networks`}`,
    own && 'in a browser of theirs',
    codes && 'at the second step',
  ].filter(Boolean);
  return (
    <p>
      Held off after too many attempts, {where.join(', and ')}, until <Moment at={held.until} />
    </p>
  );
}
