import type { IncomingMessage, ServerResponse } from 'node:http';
import { BODY_LIMITS, type BodyKind, bodyKind } from '@/lib/domain/body-limits';
import type { RefusalKind } from '@/lib/server/plain-page';
import { refuse } from './refuse';
import { Room } from './room';
import { holdsSession } from './signed-in';
import { holdBody } from './whole-body';
import { answerToWrong, pathOf } from './wrong';

const MB = 1024 * 1024;

/** Small forms, and those of people who are not signed in, never wait for files. */
const ROOMS: Record<BodyKind, Room> = {
  nobody: new Room({
    inAll: 16 * MB,
    perNetwork: 4 * MB,
    waiting: 400,
    waitingPerNetwork: 100,
  }),
  form: new Room({ inAll: 16 * MB, perNetwork: 8 * MB, waiting: 200, waitingPerNetwork: 100 }),
  // Three files at once; what they take in memory is a multiple of their size.
  upload: new Room({ inAll: 66 * MB, perNetwork: 44 * MB, waiting: 100, waitingPerNetwork: 50 }),
};
const WAIT_MS = 60_000;

const TOO_LARGE: Record<BodyKind, RefusalKind> = {
  nobody: 'large from nobody',
  form: 'large form',
  upload: 'large file',
};

export function hasBody({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Reads the body of a request, as far as its head allows, before the app is given it: what is too
 * large, too slow or cut off halfway never gets there. Bodies on their way are bounded for each
 * network and in all; who finds no room waits, unread.
 * @param continues the caller waits to be asked for the body
 */
export async function receiveBody(
  request: IncomingMessage,
  response: ServerResponse,
  { network, continues, pass }: { network: string; continues: boolean; pass(): void },
): Promise<void> {
  const turnAway = (kind: RefusalKind) => {
    body.drop();
    refuse(request, response, kind);
  };
  let room: BodyKind = 'nobody';
  const body = holdBody(request, {
    whole: () => setImmediate(pass),
    tooLarge: () => turnAway(TOO_LARGE[room]),
    tooSlow: () => turnAway('slow'),
  });
  const path = pathOf(request);
  room = bodyKind(path, await holdsSession(request.headers.cookie));
  if (response.closed) return;
  const limit = BODY_LIMITS[room];
  const size = Number(request.headers['content-length'] ?? limit);
  if (size > limit) return turnAway(TOO_LARGE[room]);
  const wrong = answerToWrong(request, response);
  if (wrong) {
    body.drop();
    return wrong();
  }
  const patience = setTimeout(() => turnAway('busy'), WAIT_MS);
  const leave = ROOMS[room].ask(network, size, () => {
    clearTimeout(patience);
    if (continues) response.writeContinue();
    body.open(limit);
  });
  if (!leave) {
    clearTimeout(patience);
    return turnAway('busy');
  }
  response.once('close', () => {
    clearTimeout(patience);
    leave();
  });
}
