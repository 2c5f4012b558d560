import { Moment } from '../ui/date';
import { Notification } from '../ui/notification';
import { TextLink } from '../ui/text-link';

/** Tells somebody in time that signing in will ask for a second step. @param from an instant as ISO text */
export function SecondStepDue({ from }: { from: string }) {
  return (
    <Notification tone="warning" title="Set up a second step">
      <p>
        Your role needs one from <Moment at={from} /> on: then signing in with your password leads
        to setting it up. It takes a minute, and an app on your phone.{' '}
        <TextLink href="/account/second-step">Set it up now</TextLink>
      </p>
    </Notification>
  );
}
