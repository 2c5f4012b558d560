import { ROLE_NAMES, rolesThat } from '@/lib/domain/permissions';
import { START_NEEDS, START_PATH, type StartFacts, type StartStep } from '@/lib/domain/start';
import type { StartView } from '@/lib/domain/start-view';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

interface Words {
  title: string;
  /** Why, in a sentence. */
  why: string;
  /** What there is so far. */
  now: (facts: StartFacts) => string;
  link: { href: string; label: string };
}

const count = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;

const STEPS: Record<StartStep, Words> = {
  board: {
    title: 'Name the board and its areas',
    why: 'Both stand on every page and paper.',
    now: ({ areas }) => (areas > 0 ? `${count(areas, 'area')} named` : 'No area is named'),
    link: { href: '/settings/board', label: 'Name the board and its areas' },
  },
  key: {
    title: 'Look at the RAG key',
    why: 'What Red, Amber, Green and Blue mean is printed on every paper. Save it, changed or as it is.',
    now: ({ keyConfirmed }) =>
      keyConfirmed ? 'The board has saved its key' : 'The key is the one we suggest',
    link: { href: '/settings/rag-key', label: 'Read the key and save it' },
  },
  people: {
    title: 'Add people',
    why: 'Whoever owns something has to be there first. They need not be able to sign in.',
    now: ({ people }) => `${count(people, 'person', 'people')} so far`,
    link: { href: '/people/new', label: 'Add a person' },
  },
  meetings: {
    title: 'Set a year of meetings',
    why: 'Deadlines for updates and papers follow from them.',
    now: ({ meetings }) => (meetings > 0 ? `${count(meetings, 'meeting')} set` : 'None is set'),
    link: { href: `${START_PATH}/meetings`, label: 'Set a year of meetings' },
  },
  recommendations: {
    title: 'Set our role, owner and lead for every recommendation',
    why: 'We suggest a role for each. What we deliver or contribute to needs an owner.',
    now: ({ withoutRole, withoutOwner, recommendations }) =>
      [
        withoutRole > 0 && `${withoutRole} of ${recommendations} without a role`,
        withoutOwner > 0 && `${withoutOwner} of ${recommendations} without an owner`,
      ]
        .filter(Boolean)
        .join(', ') || 'Each has a role, and an owner where it needs one',
    link: {
      href: `${START_PATH}/recommendations`,
      label: 'Set role, owner and lead on one page',
    },
  },
  actions: {
    title: 'Bring in the local actions',
    why: 'The action log that the partners keep today can be imported as it is. Every row is shown before anything is saved.',
    now: ({ actions }) =>
      actions > 0 ? `${count(actions, 'local action')} so far` : 'There is none',
    link: { href: '/import', label: 'Import a spreadsheet' },
  },
  baseline: {
    title: 'Have a meeting to begin from',
    why: 'What moves is counted from one meeting to the next. Add the last one that was held, or set the first.',
    now: ({ meetings }) => (meetings > 0 ? 'There is one' : 'There is none'),
    link: { href: '/meetings/new', label: 'Add a meeting' },
  },
};

/** The checklist of a new board. */
export function StartSteps({ start }: { start: StartView }) {
  return (
    <ol className="border-t border-line">
      {start.steps.map(({ step, done, mayDo }) => {
        const { title, why, now, link } = STEPS[step];
        const roles = rolesThat(START_NEEDS[step], { kind: 'recommendation' });
        return (
          <li key={step} className="space-y-1.5 border-b border-line py-5">
            <h2 className="flex flex-wrap items-center gap-3 text-xl">
              {title} <Tag tone={done ? 'neutral' : 'accent'}>{done ? 'Done' : 'Not done'}</Tag>
            </h2>
            <p className="measure">{why}</p>
            <p className="text-muted">{now(start.facts)}.</p>
            {mayDo ? (
              <p>
                <TextLink href={link.href} strong={!done}>
                  {link.label}
                </TextLink>
              </p>
            ) : (
              <p className="text-muted">
                For: {roles.map((role) => ROLE_NAMES[role].toLowerCase()).join(', ')}.
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
