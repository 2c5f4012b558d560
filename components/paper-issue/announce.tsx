import { type Announcement, mailAddress } from '@/lib/domain/paper-mail';
import { Details } from '../ui/details';
import { TextLink } from '../ui/text-link';

/** The words of a mail that tells members of the paper, to send or to copy. */
export function Announce({ announcement }: { announcement: Announcement }) {
  return (
    <Details summary="Announce it by mail">
      <div className="space-y-3">
        <p>
          <TextLink href={mailAddress(announcement)}>Open it in your mail program</TextLink>, or
          copy these words, which are the paper’s summary:
        </p>
        <p className="font-semibold">{announcement.subject}</p>
        <pre className="font-sans whitespace-pre-wrap">{announcement.body}</pre>
      </div>
    </Details>
  );
}
