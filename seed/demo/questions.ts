import { answerQuestion, askQuestion } from '@/lib/data/questions';
import { opened } from '../builders/register';
import type { TimedEvent } from './event';
import type { AccountKey } from './people';
import type { Days } from './story';

interface DemoQuestion {
  item: string;
  day: Days;
  by: AccountKey;
  words: string;
  answer?: { day: Days; by: AccountKey; words: string };
}

/** Asked for the next meeting: one was answered, one waits. */
const QUESTIONS: readonly DemoQuestion[] = [
  {
    item: 'R5',
    day: -19,
    by: 'place',
    words: 'Does the joint plan cover people who drink and use drugs, or drugs alone?',
    answer: {
      day: -14,
      by: 'commissioning',
      words:
        'It covers both. Chapter four is about people who do both, and the ninth chapter will say who pays for what.',
    },
  },
  {
    item: 'A17',
    day: -5,
    by: 'place',
    words: 'Whose signature are we still waiting for, and can the board help to get it?',
  },
];

/** What members asked before the next meeting, and what the owners answered. */
export function questionEvents(): TimedEvent[] {
  return QUESTIONS.flatMap(({ item, day, by, words, answer }): TimedEvent[] => [
    { day, by, run: (context) => askQuestion(context, item, { words, ...opened() }) },
    ...(answer
      ? [
          {
            day: answer.day,
            by: answer.by,
            run: (context: Parameters<TimedEvent['run']>[0]) =>
              answerQuestion(context, item, { question: 1, words: answer.words, ...opened() }),
          },
        ]
      : []),
  ]);
}
