// Loaded before the app. Next tells its pages the address of the other end by X-Forwarded-For,
// which anybody can send; this header says what the socket says, whatever was sent.
import { Server } from 'node:http';

const { emit } = Server.prototype;
Server.prototype.emit = function emitWithAddress(event, ...args) {
  if (event === 'request') args[0].headers['x-peer-address'] = args[0].socket.remoteAddress ?? '';
  return emit.call(this, event, ...args);
};
