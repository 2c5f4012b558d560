import { formatMonth } from '@/lib/domain/dates';
import type { ItemView } from '@/lib/domain/view';

const SECTION = '2.4';
/** Commitments that stand in another section of the board paper than the rest. */
const SECTIONS: Record<string, string> = { C7: '2.5', C8: '2.6' };

/** Whose words these are, under them: the papers they come from must not be taken for each other. */
export function SourceLine({ item }: { item: ItemView }) {
  const { source, commitmentKind, reference } = item;
  if (!source) return null;
  if (!commitmentKind) {
    return (
      <>
        {source.title} ({source.publisher}, {formatMonth(source.published)})
      </>
    );
  }
  const section = SECTIONS[reference] ?? SECTION;
  if (commitmentKind === 'dependency') {
    return (
      <>
        A remark by the author of the {source.published} board paper (section {section}), not the
        government’s words
      </>
    );
  }
  if (section !== SECTION) {
    return (
      <>
        The {source.published} board paper’s account (section {section}) of a pledge it does not
        date, not the government’s own words
      </>
    );
  }
  return (
    <>
      The {source.published} board paper’s summary (section {section}) of the government’s initial
      response of 27 July 2021, not the government’s own words
    </>
  );
}
