import { BusyError, FILE_TURNS, LIST_TURNS, type TurnLimits } from '@/lib/domain/turns';

interface Waiting {
  who: string;
  begin(): void;
}

/** Gives a turn back; a second time changes nothing. */
export type EndTurn = () => void;

/** Turns in this process at what takes long: some at once, some waiting, first come, first served. */
export class Turns {
  private readonly taken: string[] = [];
  private readonly waiting: Waiting[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /**
   * Waits for a turn.
   * @param who each of whom has so many at once
   * @param signal of whoever asks: once they have gone, they wait no longer
   * @throws BusyError when too many wait, or after so many seconds; the signal's reason
   */
  async take(who: string, signal?: AbortSignal): Promise<EndTurn> {
    signal?.throwIfAborted();
    if (this.isFree(who)) return this.begin(who);
    const own = this.count(this.taken, who) >= this.limits.each;
    const ahead = this.waiting.filter((one) => one.who === who).length;
    if (ahead >= this.limits.eachWaiting) throw new BusyError(true);
    if (this.waiting.length >= this.limits.allWaiting) throw new BusyError(own);
    return new Promise<EndTurn>((resolve, reject) => {
      const leave = (why: unknown) => {
        done();
        reject(why);
      };
      const gone = () => leave(signal?.reason);
      const timer = setTimeout(() => leave(new BusyError(own)), this.limits.seconds * 1000);
      const one: Waiting = {
        who,
        begin: () => {
          done();
          resolve(this.begin(who));
        },
      };
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', gone);
        this.waiting.splice(this.waiting.indexOf(one), 1);
      };
      signal?.addEventListener('abort', gone);
      this.waiting.push(one);
    });
  }

  private count(among: readonly string[], who: string): number {
    return among.filter((one) => one === who).length;
  }

  private isFree(who: string): boolean {
    const { each, all } = this.limits;
    return this.taken.length < all && this.count(this.taken, who) < each;
  }

  private begin(who: string): EndTurn {
    this.taken.push(who);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.taken.splice(this.taken.indexOf(who), 1);
      // The first of those who may: one person's many hold nobody else up.
      this.waiting.find((one) => this.isFree(one.who))?.begin();
    };
  }
}

// Kept on the global object: a build has this module once for pages and once for other routes.
const kept = globalThis as typeof globalThis & { boardTurns?: Record<'file' | 'list', Turns> };

function turns(): Record<'file' | 'list', Turns> {
  kept.boardTurns ??= { file: new Turns(FILE_TURNS), list: new Turns(LIST_TURNS) };
  return kept.boardTurns;
}

interface Asker {
  actor: { id: string };
  signal?: AbortSignal;
}

/** Makes or reads a file when it is somebody's turn. @throws BusyError */
export async function inTurn<T>({ actor, signal }: Asker, make: () => Promise<T>): Promise<T> {
  const end = await turns().file.take(actor.id, signal);
  try {
    return await make();
  } finally {
    end();
  }
}

/** Somebody's turn at a list that is sent as it is read. @throws BusyError */
export function takeListTurn({ actor, signal }: Asker): Promise<EndTurn> {
  return turns().list.take(actor.id, signal);
}
