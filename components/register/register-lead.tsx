import type { ItemKind } from '@/lib/domain/item';
import { TextLink } from '../ui/text-link';

/** Where the texts of a register come from, and whose reading its groupings are. */
export function RegisterLead({ kind }: { kind: ItemKind }) {
  switch (kind) {
    case 'recommendation':
      return (
        <p className="text-base">
          R1 to R32 are from the independent review of drugs by Professor Dame Carol Black, part two
          (Department of Health and Social Care, July 2021). Short titles, our role,{' '}
          <TextLink href="/groupings">groupings</TextLink> and what answers what are the board’s own
          reading, not official. See all <TextLink href="/sources">sources</TextLink>.
        </p>
      );
    case 'commitment':
      return (
        <p className="text-base">
          The 2021 board paper’s summary of the government’s initial response of 27 July 2021; C7 is
          its account of a pledge it does not date. None are the government’s own words. C8 is a
          remark by the paper’s author. What answers what is the board’s own reading, not official.
        </p>
      );
    case 'local_action':
      return (
        <p className="text-base">
          What the partners do here, each with one owner and its own date. National deadlines stand
          apart and make nothing overdue.
        </p>
      );
  }
}
