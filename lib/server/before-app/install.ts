import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@/lib/domain/caller-address';
import { stampAddress } from './address';
import { answerBadBytes } from './bad-bytes';
import { hasBody, receiveBody } from './body';
import { closeIdleWhenStopped, noteAnswer, noteConnection } from './connections';
import { answerBarely, bareHeaders } from './refuse';
import { answerUnreadable, printNoUnreadable } from './unreadable';
import { answerToWrong } from './wrong';

export { noteIfUnreadable } from './unreadable';

type Take = (event: string, args: unknown[], pass: () => void) => boolean;

/** Decides by the head of a request what becomes of it, before anything else is read. */
function receive(
  request: IncomingMessage,
  response: ServerResponse,
  continues: boolean,
  pass: () => void,
): void {
  // Whoever answers without the app's own headers has these.
  for (const [name, value] of Object.entries(bareHeaders())) response.setHeader(name, value);
  // Next waits for the end of an answer in several places, and so do we.
  response.setMaxListeners(30);
  noteAnswer(response);
  const network = networkOf(stampAddress(request));
  const given = () => {
    if (request.method === 'POST') answerUnreadable(request, response);
    pass();
  };
  if (hasBody(request)) {
    void receiveBody(request, response, { network, continues, pass: given });
  } else (answerToWrong(request, response) ?? given)();
}

const take: Take = (event, args, pass) => {
  switch (event) {
    case 'connection':
      noteConnection(args[0] as Socket);
      return false;
    case 'clientError':
      answerBadBytes(args[0] as Error, args[1] as Socket);
      return true;
    case 'upgrade':
      // Nothing here speaks another protocol, but Next's own reloading while developing.
      if (process.env.NODE_ENV === 'development') return false;
      answerBadBytes(new Error('no upgrade'), args[1] as Socket);
      return true;
    case 'checkExpectation':
      answerBarely(args[1] as ServerResponse, 417);
      return true;
    case 'request':
    case 'checkContinue': {
      const [request, response] = args as [IncomingMessage, ServerResponse];
      receive(request, response, event === 'checkContinue', pass);
      return true;
    }
    default:
      return false;
  }
};

/** Puts itself before the app, at the door that scripts/start/before-app.mjs keeps. */
export function installBeforeApp(): void {
  const door = (globalThis as { [DOOR]?: { install(take: Take): void } })[DOOR];
  door?.install(take);
  closeIdleWhenStopped();
  printNoUnreadable();
}
const DOOR = Symbol.for('board-tracker.before-app');
