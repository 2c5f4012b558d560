import { londonDay } from '@/lib/domain/dates';
import { NotFoundError, RuleError } from '@/lib/domain/errors';
import { refuseStep } from '@/lib/domain/lifecycle';
import {
  type AnswerQuestion,
  type AskQuestion,
  type QuestionState,
  type QuestionStep,
  refuseQuestionStep,
  type WithdrawQuestion,
} from '@/lib/domain/question';
import type { Item, Question, QuestionEvent } from '@/prisma/client/client';
import { type Change, change } from './change';
import { author, type Context, demand } from './context';
import { lockItem, recordTime } from './items';
import { toColumn } from './plain-date';

/**
 * Asks the owner of an item something, for the next meeting to come.
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function askQuestion(context: Context, reference: string, form: AskQuestion) {
  return change(
    context,
    { action: 'askQuestion', subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      demand(context, 'askQuestion');
      demandAskable(item);
      const meeting = await by.tx.meeting.findFirst({
        where: { cancelled: false, date: { gte: toColumn(londonDay(by.now)) } },
        orderBy: [{ date: 'asc' }, { startsAt: 'asc' }],
      });
      if (!meeting) {
        throw new RuleError({
          '': 'No meeting is set to ask it for. A public-health officer of the board can set the next one',
        });
      }
      const number = (await by.tx.question.count({ where: { itemId: item.id } })) + 1;
      const recordedAt = await recordTime(by, item);
      await by.tx.question.create({
        data: {
          itemId: item.id,
          number,
          recordedAt,
          ...author(context),
          meetingId: meeting.id,
          words: form.words,
        },
      });
      await by.record({
        kind: 'question.asked',
        itemId: item.id,
        subjectNumber: number,
        recordedAt,
      });
    },
    () => undefined,
  );
}

/** @throws RuleError for what takes no more questions: closed, withdrawn or shown for context */
function demandAskable(item: Item): void {
  const refused = refuseStep(
    { ...item, hasDueDate: item.dueDate !== null, pending: null },
    'update',
  );
  if (refused) throw new RuleError({ '': refused });
}

type Asked = Question & { events: Array<Pick<QuestionEvent, 'kind' | 'words'>> };

function stateOf({ events }: Asked): QuestionState {
  if (events.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn';
  return events.length > 0 ? 'answered' : 'open';
}

/** One step of one question, from the item's lock to the audit event. */
function onQuestion(
  context: Context,
  reference: string,
  form: { submissionId: string; question: number },
  step: QuestionStep,
  allow: (item: Item, question: Asked) => void,
  words: string,
) {
  return change(
    context,
    { action: `question.${step}`, subject: reference, form },
    async (by) => {
      const item = await lockItem(by, reference);
      const question = await by.tx.question.findUnique({
        where: { itemId_number: { itemId: item.id, number: form.question } },
        include: { events: { select: { kind: true, words: true }, orderBy: { number: 'asc' } } },
      });
      if (!question) throw new NotFoundError('That question');
      allow(item, question);
      const { lifecycle } = item;
      const refused = refuseQuestionStep(step, { state: stateOf(question), lifecycle });
      if (refused) throw new RuleError({ '': refused });
      const latest = question.events.at(-1);
      if (step === 'answer' && latest?.words === words) {
        throw new RuleError({ words: 'That is the answer already' });
      }
      await append(by, item, question, step === 'answer' ? 'answered' : 'withdrawn', words);
    },
    () => undefined,
  );
}

async function append(
  by: Change,
  item: Item,
  question: Question,
  kind: QuestionEvent['kind'],
  words: string,
): Promise<void> {
  const number = (await by.tx.questionEvent.count({ where: { itemId: item.id } })) + 1;
  const recordedAt = await recordTime(by, item);
  await by.tx.questionEvent.create({
    data: {
      itemId: item.id,
      number,
      questionNumber: question.number,
      kind,
      recordedAt,
      ...author(by),
      words,
    },
  });
  await by.record({
    kind: `question.${kind}`,
    itemId: item.id,
    subjectNumber: number,
    recordedAt,
  });
}

/**
 * Answers a question about an item one owns; a further answer corrects the one before.
 * @throws NotFoundError, NotAllowedError, RuleError
 */
export function answerQuestion(context: Context, reference: string, form: AnswerQuestion) {
  const allow = (item: Item) => demand(context, 'answerQuestion', item);
  return onQuestion(context, reference, form, 'answer', allow, form.words);
}

/** Takes back a question that nobody has answered. @throws NotFoundError, NotAllowedError, RuleError */
export function withdrawQuestion(context: Context, reference: string, form: WithdrawQuestion) {
  const allow = (item: Item, { authorId }: Question) =>
    demand(context, 'withdrawQuestion', { ...item, addedById: authorId });
  return onQuestion(context, reference, form, 'withdraw', allow, form.reason);
}
