import { START_PATH } from '@/lib/domain/start';
import type { StartView } from '@/lib/domain/start-view';
import { Notification } from '../ui/notification';
import { TextLink } from '../ui/text-link';

/** On the dashboard of those who set the board up, until all is done. */
export function StartBanner({ start }: { start: StartView }) {
  return (
    <Notification title={`Getting started: ${start.done} of ${start.steps.length} steps are done`}>
      <p>
        <TextLink href={START_PATH}>See what is left to set up</TextLink>
      </p>
    </Notification>
  );
}
