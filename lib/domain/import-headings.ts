import { IMPORT_NAMES, type ImportField, type ImportKind } from './import-model';
import { bareWords } from './import-text';
import type { ItemKind } from './item';
import { registerColumns } from './register-columns';

/** What a heading of ours stands for; null for what the register works out, or other forms change. */
const OURS: Readonly<Record<string, ImportField | null>> = {
  reference: 'reference',
  title: 'shortTitle',
  text: 'text',
  answers: 'answers',
  owner: 'owner',
  lead: 'lead',
  due: 'due',
  review: 'review',
  first_due: 'firstDue',
  rag: 'rag',
  standing: 'standing',
  headline: 'headline',
  words: 'words',
  recovery: 'recovery',
  next_step: 'nextStep',
  response: null,
  role: null,
  position: null,
  moves: null,
  schedule: null,
  movement: null,
  your_reference: 'yourReference',
  as_at: 'asAt',
};

const AS_AT = 'As at';

function ownOf(kind: ItemKind) {
  const columns = registerColumns(kind);
  const fields = new Map(columns.map(({ key, heading }) => [heading, OURS[key] ?? null]));
  return {
    columns: columns.map(({ heading }) => heading),
    fields: fields.set(AS_AT, 'asAt') as ReadonlyMap<string, ImportField | null>,
  };
}
const OWN = {
  recommendation: ownOf('recommendation'),
  commitment: ownOf('commitment'),
  local_action: ownOf('local_action'),
} satisfies Record<ItemKind, unknown>;

/**
 * What each heading of our own files is, by the register that the headings are those of: at least
 * its first three, or the mark of our files, so that a column of somebody's that is called like
 * one of ours is not taken for it.
 * @returns null where the headings are not those of a file of ours
 */
export function ownHeadings(
  headings: readonly string[],
  kind: ImportKind,
): ReadonlyMap<string, ImportField | null> | null {
  const there = new Set(headings);
  const [best] = IMPORT_NAMES[kind]
    .map((named) => OWN[named])
    .filter(({ columns }) =>
      columns.slice(0, there.has(AS_AT) ? 1 : 3).every((heading) => there.has(heading)),
    )
    .map((own) => ({ ...own, shared: own.columns.filter((heading) => there.has(heading)).length }))
    .sort((a, b) => b.shared - a.shared);
  return best?.fields ?? null;
}

interface Rule {
  /** On the bare words of a heading. */
  says: RegExp;
  field: ImportField | 'status' | 'number';
  /** The higher goes first where two columns would be the same field. */
  weight: number;
}

const rule = (field: Rule['field'], weight: number, says: RegExp): Rule => ({
  says,
  field,
  weight,
});

/** The headings people use, in the order in which they are tried. */
const RULES: readonly Rule[] = [
  rule('asAt', 9, /^as at$/),
  rule(
    'firstDue',
    8,
    /\b(original|originally|first|initial|baseline)\b.*\b(date|deadline|due|target|timescale|when)\b/,
  ),
  rule(
    'recovery',
    8,
    /bring.* back|back on track|recover|mitigat|remedial|corrective|path to green|return to green/,
  ),
  rule(
    'nextStep',
    8,
    /\bnext (steps?|actions?|key (steps|actions))\b|^planned (actions?|activity)\b/,
  ),
  rule('review', 7, /\breview\b/),
  rule(
    'words',
    2,
    /\bb?rag\b.*\b(comments?|commentary|narrative|reasons?|rationale|explanation)\b/,
  ),
  rule('rag', 8, /\bb?rag\b|^(rating|colour|traffic light)s?$/),
  rule('evidence', 7, /\bevidence\b|^(supporting )?(documents?|links?)$|^assurance$/),
  rule('words', 8, /\bprogress\b|\bupdates?\b|^(latest|current) position$|^position statement$/),
  rule('words', 3, /\bcomment(s|ary)?\b|\bnarrative\b/),
  rule('headline', 7, /^headline|^summary( of progress)?$/),
  rule('status', 6, /\bstatus\b|^(open closed|complete)$/),
  rule('standing', 6, /^outcome$/),
  rule(
    'lead',
    8,
    /\b(lead|responsible|accountable|owning)\b.*\b(organi[sz]ations?|agency|agencies|partners?|bod(y|ies)|service|orgs?|department|team)\b/,
  ),
  rule(
    'lead',
    4,
    /^(organi[sz]ations?|agency|agencies|partners?|partner agency|service|department)$/,
  ),
  rule(
    'answers',
    7,
    /^(links? (to|with)|linked|related|answers|addresses)\b|\brecommendations?( ref(erence)?s?| nos?| numbers?| addressed)?$|^recs?( nos?| refs?)?$/,
  ),
  rule(
    'owner',
    7,
    /\bowners?\b|^lead( |$)|\blead( officer| person| name)?$|\bresponsib|\baccountab|\bassigned\b|^(by )?who(m)?$|\bofficers?$|^named person$/,
  ),
  rule(
    'due',
    7,
    /^by when$|^when$|\bdue\b|\btime ?(scale|frame|line)s?\b|\bdeadline\b|\btarget date\b|\b(completion|end|delivery|finish|implementation) date\b|^(revised|current|new|latest) (date|target)$|^complete by$/,
  ),
  rule('due', 3, /^(date|target)$/),
  rule(
    'number',
    8,
    /^(our |your |action |item |rec(ommendation)? |project |task )?(refs?|references?|id|no|nos|num|number)( no| number| id)?$|^(item|#|s no|sn)$/,
  ),
  rule('shortTitle', 7, /^((short|action|recommendation|project) )?(title|name)$/),
  rule(
    'text',
    7,
    /^(local |agreed |key |specific |proposed |required |smart )?actions?( required| agreed| points?| to be taken| description| detail| needed)?$|^what( will be done| we will do| needs to happen)?$|^(task|activity|deliverable|intervention|commitment)s?$/,
  ),
  rule(
    'text',
    6,
    /^(full )?(action |recommendation )?(descriptions?|details?|text|wording)( of action)?$/,
  ),
];

/** What a heading alone says of a column; null where it says nothing. */
export function headingSays(
  heading: string,
  kind: ImportKind,
): { field: ImportField | 'status' | 'number'; weight: number } | null {
  // A heading of our limits: what is longer is a sentence.
  const words = bareWords(heading.slice(0, 200).replace(/#/g, ' no '));
  if (!words) return null;
  // In a list of recommendations that is what the heading means; elsewhere it is what is answered.
  if (kind === 'recommendations' && /^(the )?recommendations?( text| wording)?$/.test(words)) {
    return { field: 'text', weight: 8 };
  }
  const found = RULES.find(({ says }) => says.test(words));
  return found ? { field: found.field, weight: found.weight } : null;
}
