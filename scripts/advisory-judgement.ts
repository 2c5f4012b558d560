import { z } from 'zod';

/** What is said of the advisories, and whether a release may go on. */
export interface Judgement {
  /** A sentence each. */
  lines: string[];
  fails: boolean;
  /** The registry said what it knows. */
  answered: boolean;
}

const advisory = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
});
/** What `npm audit --json` prints; a package is also affected by way of others, named by a text. */
const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ via: z.array(z.union([advisory, z.string()])) }),
  ),
});
/** The registry was asked, and answered with an error or not at all. */
const unansweredSchema = z.object({
  message: z.string(),
  // A fault of another kind, such as a lock file that is not there, has a code.
  error: z.strictObject({ summary: z.string(), detail: z.string() }),
});

/** A row of docs/advisories.md: advisory, package, day, reason. */
const ROW = /^\| (GHSA-[\w-]+) +\| [^|]+ \| \d{4}-\d{2}-\d{2} +\| [^|]*\w[^|]* \|$/;

/**
 * Holds a report against the exceptions that were written down.
 * @param printed what `npm audit --json` printed
 * @param exceptions the text of docs/advisories.md
 * @throws Error for a report that says something else
 */
export function judge(printed: string, exceptions: string): Judgement {
  const said: unknown = JSON.parse(printed);
  const unanswered = unansweredSchema.safeParse(said);
  if (unanswered.success) {
    const lines = [
      `The registry did not answer, so nothing is known of today: ${unanswered.data.message}`,
      lastAnswer(exceptions),
    ];
    return { lines, fails: false, answered: false };
  }
  const { vulnerabilities } = reportSchema.parse(said);
  const grave = Object.values(vulnerabilities)
    .flatMap(({ via }) => via.filter((one) => typeof one !== 'string'))
    .filter(({ severity }) => severity === 'high' || severity === 'critical');
  const byId = new Map(grave.map((one) => [one.url.split('/').at(-1) ?? '', one]));
  const accepted = new Set(exceptions.split('\n').flatMap((line) => line.match(ROW)?.[1] ?? []));
  const lines: string[] = [];
  let fails = false;
  for (const [id, { name, severity, title }] of byId) {
    const known = accepted.has(id);
    fails ||= !known;
    lines.push(`${id}, ${severity}, ${name}: ${title}${known ? ' (written down)' : ''}`);
  }
  for (const id of accepted) {
    if (!byId.has(id)) lines.push(`${id} is written down and no longer there: take it out.`);
  }
  if (byId.size === 0) lines.push('No high or critical advisory is known.');
  return { lines, fails, answered: true };
}

const LAST = /^Last answered: .*$/m;

/** What docs/advisories.md says of the last answer, as a sentence. */
function lastAnswer(paper: string): string {
  const day = paper.match(LAST)?.[0].match(/\d{4}-\d{2}-\d{2}/)?.[0];
  return day ? `It last answered on ${day}.` : 'It has never answered here.';
}

/** The paper, with the day of an answer in it. @param day '2026-12-01' */
export function withAnswer(paper: string, day: string): string {
  return paper.replace(LAST, `Last answered: ${day}.`);
}
