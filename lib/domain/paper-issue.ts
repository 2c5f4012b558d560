import { z } from 'zod';
import { FILE_LIMIT } from './evidence';
import { basedOn, optionalText, requiredText, submission } from './fields';
import type { PaperModel } from './paper-model';

export type IssueKind = PaperModel['kind'];
export type PaperAudience = PaperModel['audience'];

/** An issue of its meeting: the second version of the paper, the first addendum. */
export interface IssueKey {
  kind: IssueKind;
  /** 1, 2 … */
  version: number;
}

/** As it stands in an address: '2', 'addendum-1'. */
export function issueAddress({ kind, version }: IssueKey): string {
  return kind === 'addendum' ? `addendum-${version}` : String(version);
}

/** And back; null for what is none. */
export function parseIssueAddress(address: string): IssueKey | null {
  const [, addendum, digits] = /^(addendum-)?([1-9]\d{0,3})$/.exec(address) ?? [];
  if (!digits) return null;
  return { kind: addendum ? 'addendum' : 'paper', version: Number(digits) };
}

export function issueName({ kind, version }: IssueKey): string {
  return kind === 'addendum' ? `Addendum ${version}` : `Version ${version}`;
}

export function issuePath(meeting: string, issue: IssueKey): string {
  return `/papers/${meeting}/${issueAddress(issue)}`;
}

export function issuedFilePath(
  meeting: string,
  issue: IssueKey,
  audience: PaperAudience,
  name: string,
): string {
  const folder = audience === 'public' ? 'public/' : '';
  return `${issuePath(meeting, issue)}/${folder}${encodeURIComponent(name)}`;
}

/** What a file of a draft is saved as: 'Draft paper 2026-12-03.pdf'. */
export function draftFileName(meeting: string, name: string): string {
  return `Draft ${name.replace('.', ` ${meeting}.`)}`;
}

/** A name that is safe in an address and in a folder; a paper's files are named by us. */
export const ISSUED_FILE_NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** `basedOn` is the number of the draft that was cleared. */
export const issuePaperSchema = basedOn.extend({
  kind: z.enum(['paper', 'addendum']).default('paper'),
  /** Why there is another version. */
  reason: optionalText(1000),
  figures: z.enum(['as_before', 'refreshed'], 'Choose which figures it has').default('refreshed'),
  /** The number of open challenges that the officer was shown and issues with. */
  openChallengesAccepted: z.coerce.number().int().min(0).default(0),
});
export type IssuePaper = z.infer<typeof issuePaperSchema>;

export const withdrawPaperSchema = submission.extend({
  reason: requiredText('Say why it is withdrawn', 1000),
  understood: z.literal('yes', 'Tick the box to say that you understand'),
});
export type WithdrawPaper = z.infer<typeof withdrawPaperSchema>;

/** No bigger than a file of evidence: a paper is far smaller. */
export const identifySchema = z.object({
  file: z
    .instanceof(Blob, { message: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file that is not empty')
    .refine((file) => file.size <= FILE_LIMIT, 'The file must be 20 MB or smaller'),
});

/** A SHA-256 in hexadecimal, as an address holds it. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The faces of a paper, as people call them. */
export const FACE_NAMES: Readonly<Record<string, string>> = {
  'paper.docx': 'Word',
  'paper.pdf': 'PDF',
  'paper.xlsx': 'Excel',
  'summary.pdf': 'Summary on one page (PDF)',
  'paper.html': 'For a phone (HTML)',
  'paper.zip': 'All of them (zip)',
};
