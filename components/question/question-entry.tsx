import { itemPath } from '@/lib/domain/item';
import { meetingPath, meetingTitle } from '@/lib/domain/meeting-name';
import { QUESTION_STATE_NAMES, questionStepPath } from '@/lib/domain/question';
import type { QuestionView } from '@/lib/domain/question-view';
import { by } from '../item/by';
import { Moment } from '../ui/date';
import { Details } from '../ui/details';
import { Prose } from '../ui/prose';
import { Tag } from '../ui/tag';
import { TextLink } from '../ui/text-link';

/** A question, with the answer that stands and those it corrected. */
export function QuestionEntry({
  question,
  about,
}: {
  question: QuestionView;
  /** Says which item it is about: on its own page it need not. */
  about?: boolean;
}) {
  const { item, state, meeting, owner, answers, withdrawal } = question;
  const [answer, ...corrected] = [...answers].reverse();
  // In a list of its own it stands right under the page's heading.
  const Heading = about ? 'h2' : 'h3';
  return (
    <article className="space-y-3">
      <Heading className="flex flex-wrap items-center gap-3 text-lg">
        {about ? (
          <TextLink href={`${itemPath(item.reference)}#questions`}>
            {item.reference} {item.shortTitle}
          </TextLink>
        ) : (
          <span>Question {question.number}</span>
        )}{' '}
        <Tag tone={state === 'open' ? 'accent' : 'neutral'}>{QUESTION_STATE_NAMES[state]}</Tag>
        {about && item.restricted && <Tag tone="accent">Restricted</Tag>}
      </Heading>
      <Prose text={question.words} />
      <p className="measure text-sm text-muted">
        {by(question.author)}, <Moment at={question.at} />. For the{' '}
        <TextLink href={meetingPath(meeting.slug)}>
          {meetingTitle(meeting).replace('Meeting', 'meeting')}
        </TextLink>
        , asked of {owner ? <TextLink href={`/people/${owner.id}`}>{owner.name}</TextLink> : NOBODY}
        .
      </p>
      {answer && (
        <div className="space-y-1 border-l-2 border-line pl-4">
          <p className="font-semibold">{corrected.length > 0 ? 'Answer, corrected' : 'Answer'}</p>
          <Said said={answer} />
        </div>
      )}
      {corrected.length > 0 && (
        <Details summary={`What was answered before (${corrected.length})`}>
          <ul className="space-y-4">
            {corrected.map((one) => (
              <li key={one.number}>
                <Said said={one} />
              </li>
            ))}
          </ul>
        </Details>
      )}
      {withdrawal && (
        <div className="space-y-1 border-l-2 border-line pl-4">
          <p className="font-semibold">Withdrawn</p>
          <Said said={{ ...withdrawal, words: withdrawal.reason }} />
        </div>
      )}
      <Steps question={question} />
    </article>
  );
}

const NOBODY = 'whoever will own it: nobody does yet';

function Said({
  said,
}: {
  said: Pick<QuestionView['answers'][number], 'words' | 'author' | 'at'>;
}) {
  return (
    <>
      <Prose text={said.words} />
      <p className="text-sm text-muted">
        {by(said.author)}, <Moment at={said.at} />
      </p>
    </>
  );
}

function Steps({ question }: { question: QuestionView }) {
  const { mayAnswer, mayWithdraw, item, number, state } = question;
  if (!mayAnswer && !mayWithdraw) return null;
  const base = itemPath(item.reference);
  const context = `${number} about ${item.reference}`;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
      {mayAnswer && (
        <TextLink
          href={questionStepPath(base, 'answer', number)}
          context={`to question ${context}`}
          strong
        >
          {state === 'answered' ? 'Correct the answer' : 'Write the answer'}
        </TextLink>
      )}
      {mayWithdraw && (
        <TextLink href={questionStepPath(base, 'withdraw', number)} context={context}>
          Withdraw the question
        </TextLink>
      )}
    </p>
  );
}
