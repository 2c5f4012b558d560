import type { ItemKind } from './item';
import { KIND_NAMES } from './item';
import type { PaperFacts } from './paper-facts';
import type { PaperAppendix, PaperColumn, PaperTable } from './paper-model';
import { RAG_STATUSES, type RagKeys } from './rag';
import { ragCell, registerTable } from './register-columns';

/** What each status means, in the board's words. */
export function ragKeyTable(ragKey: RagKeys): PaperTable {
  const kinds = ['recommendation', 'commitment', 'local_action'] as const;
  return {
    key: 'rag-key',
    caption: 'What each RAG status means, in the board’s words',
    columns: [
      { key: 'rag', heading: 'RAG status', kind: 'rag', print: 'RAG', width: 12, label: null },
      ...kinds.map((kind): PaperColumn => {
        const heading = KIND_NAMES[kind].one;
        return { key: kind, heading, kind: 'text', print: heading, width: 29, label: null };
      }),
    ],
    rows: RAG_STATUSES.map((status) => ({
      reference: null,
      kind: null,
      cells: [ragCell(status), ...kinds.map((kind) => ragKey[kind][status])],
    })),
    empty: '',
  };
}

/** The three registers and the RAG key; the recommendations in a part for each source. */
export function paperAppendices(facts: PaperFacts): PaperAppendix[] {
  const of = (kind: ItemKind) => facts.items.filter((item) => item.kind === kind);
  const recommendations = of('recommendation');
  return [
    {
      label: 'Appendix 1',
      title: 'The recommendations',
      parts: facts.sources
        .filter(({ prefix }) => prefix !== 'C')
        .map(({ prefix, title, publisher }) =>
          registerTable(
            'recommendation',
            recommendations.filter(({ reference }) => reference.replace(/[\d.]+$/, '') === prefix),
            facts.cutOff,
            { key: `recommendations-${prefix.toLowerCase()}`, caption: `${title}, ${publisher}` },
          ),
        ),
    },
    {
      label: 'Appendix 2',
      title: 'What the government committed to',
      parts: [
        registerTable('commitment', of('commitment'), facts.cutOff, {
          key: 'commitments',
          caption: 'The government’s initial response, as the 2021 board paper summarised it',
        }),
      ],
    },
    {
      label: 'Appendix 3',
      title: 'The local actions',
      parts: [
        registerTable('local_action', of('local_action'), facts.cutOff, {
          key: 'local-actions',
          caption: 'Local actions',
        }),
      ],
    },
    { label: 'Appendix 4', title: 'The RAG key', parts: [ragKeyTable(facts.board.ragKey)] },
  ];
}
