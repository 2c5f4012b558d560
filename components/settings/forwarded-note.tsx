import { Message } from '@/components/ui/notification';
import { formatInstant } from '@/lib/domain/dates';

/** For administrators, where a proxy seems to stand before the app that it was not told of. */
export function ForwardedNote({ since }: { since: Date }) {
  return (
    <Message tone="warning" title="Network addresses may be those of a proxy">
      <p>
        Since {formatInstant(since)}, forwarded headers came from an address that TRUST_PROXY does
        not name, and were not believed. If a web server of yours stands before the board tracker,
        ask whoever runs it to name its address there: until then everybody behind it counts as one
        network when sign-ins are limited. If there is none, somebody sent them, and nothing needs
        doing.
      </p>
    </Message>
  );
}
