import { LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Inset } from '@/components/ui/inset';

const WORDS: Record<string, { title: string; says: string }> = {
  mailed: { title: 'The link is on its way', says: 'It was sent to their email address.' },
  unsent: {
    title: 'The mail could not be sent',
    says: 'Hand this link over yourself. It is shown this once.',
  },
  'by hand': {
    title: 'Hand this link over',
    says: 'This board tracker sends no mail. Send the link yourself, to them alone. It is shown this once.',
  },
  again: {
    title: 'The link was made already',
    says: 'It was shown with the first answer. Make a new one if it is lost.',
  },
};

/**
 * What became of a link that was made: it was mailed, or it is shown this once.
 * @param shown the address, or nothing; what became of it; whom it is for
 */
export function MadeLink({ shown, back }: { shown: readonly string[]; back: string }) {
  const [address, became = '', reader] = shown;
  const words = WORDS[became];
  return (
    <div className="measure space-y-5">
      <div className="space-y-5" role="status">
        <h2>{words?.title}</h2>
        {reader ? <p>For {reader}.</p> : null}
        <p>{words?.says}</p>
        {address ? (
          <Inset>
            <p className="font-semibold wrap-anywhere">{address}</p>
          </Inset>
        ) : null}
      </div>
      {address ? <CopyButton text={address}>Copy the link</CopyButton> : null}
      {address || became === 'mailed' ? <p>It works once, for seven days.</p> : null}
      <LinkButton href={back}>Continue</LinkButton>
    </div>
  );
}
