import type { ItemView } from '@/lib/domain/view';

const SECTION = '2.4';
/** Commitments that stand in another section of the board paper than the rest. */
const SECTIONS: Record<string, string> = { C7: '2.5', C8: '2.6' };

/** '2021-07' → 'July 2021'; a year alone stays one. */
function published(text: string): string {
  if (!/^\d{4}-\d{2}$/.test(text)) return text;
  const month = new Date(`${text}-01T00:00:00Z`);
  return month.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Whose words these are, under them: the papers they come from must not be taken for each other. */
export function SourceLine({ item }: { item: ItemView }) {
  const { source, commitmentKind, reference } = item;
  if (!source) return null;
  if (!commitmentKind) {
    return (
      <>
        {source.title} ({source.publisher}, {published(source.published)})
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
