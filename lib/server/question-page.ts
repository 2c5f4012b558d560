import type { QuestionView } from '@/lib/domain/question-view';
import type { ItemView } from '@/lib/domain/view';
import { itemAt, nothingAt } from './item-page';

/** What Next hands to a page below …/questions/[number]. */
export interface QuestionPageProps {
  params: Promise<{ register: string; reference: string; number: string }>;
}

/** A question about an item; an address that none has is not found. */
export async function questionAt(
  params: QuestionPageProps['params'],
): Promise<{ item: ItemView; question: QuestionView }> {
  const { register, reference, number } = await params;
  const item = await itemAt(register, reference);
  const question = item.questions.find((one) => String(one.number) === number);
  if (!question) nothingAt();
  return { item, question };
}
