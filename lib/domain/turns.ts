/** How many do at once what takes long, and how many may wait for it. */
export interface TurnLimits {
  /** At once for one person, and in all. */
  each: number;
  all: number;
  /** Waiting besides: for one person, and in all. */
  eachWaiting: number;
  allWaiting: number;
  /** How long one waits, in seconds. */
  seconds: number;
}

/** Files that are made when they are asked for: workbooks, papers, minutes; and uploads that are read. */
export const FILE_TURNS: TurnLimits = {
  each: 1,
  all: 2,
  eachWaiting: 3,
  allWaiting: 20,
  seconds: 30,
};

/** Lists that are sent as they are read: little at a time, for as long as somebody takes them. */
export const LIST_TURNS: TurnLimits = {
  each: 1,
  all: 20,
  eachWaiting: 1,
  allWaiting: 20,
  seconds: 10,
};

/** A turn that did not come: `own` where it is their own other one that takes so long. */
export class BusyError extends Error {
  override name = 'BusyError';
  constructor(readonly own: boolean) {
    super(
      own
        ? 'Another file of yours is still being made or read. Wait until that is done, then try again.'
        : 'Many files are being made or read just now. Wait a moment, then try again.',
    );
  }
}

/** Told by its name: a build has the class once for pages and once for other routes. */
export function isBusy(error: unknown): error is BusyError {
  return error instanceof Error && error.name === 'BusyError';
}
