import { Revealed } from '@/components/forms/revealed';
import { LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Inset } from '@/components/ui/inset';

const WORDS = {
  mailed: { title: 'The link is on its way', says: 'It was sent to their email address.' },
  unsent: { title: 'The mail could not be sent', says: 'Hand this link over yourself.' },
  'by hand': {
    title: 'Hand this link over',
    says: 'This board tracker sends no mail. Send the link yourself, to them alone.',
  },
  again: {
    title: 'The link was made already',
    says: 'It was shown with the first answer. Make a new one if it is lost.',
  },
};
type Became = keyof typeof WORDS;

/**
 * What became of a link that was made: it was mailed, or it is shown this once.
 * @param shown the address, or nothing; what became of it; whom it is for; and "password" where it
 *   leads to choosing one, which it does once
 */
export function MadeLink({ shown, back }: { shown: readonly string[]; back: string }) {
  const [address, became, reader, leadsTo] = shown;
  const { title, says } = WORDS[became as Became];
  return (
    <Revealed title={title}>
      {reader ? <p>For {reader}.</p> : null}
      <p>
        {says}
        {address && leadsTo === 'password' ? ' It is shown this once.' : null}
      </p>
      {address ? (
        <>
          <Inset>
            <p className="font-semibold wrap-anywhere">{address}</p>
          </Inset>
          <CopyButton text={address}>Copy the link</CopyButton>
        </>
      ) : null}
      {became === 'again' ? null : (
        <p>
          {leadsTo === 'password'
            ? 'It works once, for seven days.'
            : 'They sign in there with the account of their own organisation: passwords are switched off.'}
        </p>
      )}
      <LinkButton href={back}>Continue</LinkButton>
    </Revealed>
  );
}
