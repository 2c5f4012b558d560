import { Message } from '@/components/ui/notification';

/** What a board is that is no real one, for whoever comes to its door. */
export function WhatThisIs({ demo, embedded }: { demo: boolean; embedded: boolean }) {
  if (demo) {
    return (
      <Message title="This is a demo board">
        <p>
          Its people and figures are invented, and its accounts share a password. Put nothing real
          here.
        </p>
      </Message>
    );
  }
  return embedded ? (
    <Message title="This is a trial board">
      <p>
        It runs on the database that comes with the app. A real board has a database server, and
        back-ups.
      </p>
    </Message>
  ) : null;
}
