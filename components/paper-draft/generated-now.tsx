import type { DraftParagraphView } from '@/lib/domain/paper-draft-view';
import { Details } from '../ui/details';
import { Inset } from '../ui/inset';

/** What the register's figures make of a paragraph, in Markdown, to take over what is needed. */
export function GeneratedNow({ paragraph }: { paragraph: DraftParagraphView }) {
  const { generated, edited, moved } = paragraph;
  if (generated === null) return null;
  if (!edited) {
    return (
      <p className="measure">
        It is generated from the register. Once you have edited it your words stay as they are, and
        the draft shows when the figures have moved since.
      </p>
    );
  }
  return (
    <>
      {moved && (
        <Inset>
          <p>
            <strong>The figures have moved since this was edited.</strong> Saving says that you have
            seen what would be generated now, also where you change nothing.
          </p>
        </Inset>
      )}
      <Details summary="What would be generated for this paragraph now">
        <pre className="measure font-sans whitespace-pre-wrap wrap-anywhere" dir="auto">
          {generated}
        </pre>
      </Details>
    </>
  );
}
