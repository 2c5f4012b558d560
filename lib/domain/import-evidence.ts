import { addLinkSchema } from './evidence';
import { type Draft, quoted } from './import-draft';
import { firstSentence } from './import-text';
import { mendText } from './mend-text';

const { url: address, title: named } = addLinkSchema.shape;

/** Takes over an address as evidence; words without one are kept as a note. */
export function takeEvidence(draft: Draft): void {
  const { item, write } = draft;
  const text = draft.text('evidence');
  const link = draft.cell('evidence')?.link;
  if (!text && !link) return;
  const written = text.match(/https?:\/\/[^\s<>"]+/gi) ?? [];
  const [first = ''] = [
    ...(link ? [link] : []),
    ...written.map((one) => one.replace(/[).,;]+$/, '')),
  ];
  const parsed = address.safeParse(first);
  if (!parsed.success) {
    draft.keep('evidence');
    return;
  }
  const url = parsed.data;
  if (new Set(written).size > 1) draft.keep('evidence');
  if (item?.evidenceUrls.includes(url)) return;
  const words = firstSentence(mendText(text.replace(/https?:\/\/[^\s<>"]+/gi, ' ')), 200);
  const title = named.safeParse(words || firstSentence(url, 200));
  write.evidence = { url, title: title.success ? title.data : 'Evidence' };
  draft.changes.push({
    field: 'evidence',
    label: 'Evidence',
    from: null,
    to: url,
    understood: words ? `Called ${quoted(words)}` : null,
  });
}
