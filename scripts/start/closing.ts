/** Thrown at whoever opens something after closing has begun; never shown. */
class ClosingError extends Error {
  override name = 'ClosingError';
}

interface Stoppable {
  stop(grace: number): Promise<void>;
  kill(): void;
}

/**
 * What this process has opened, closed in reverse order. Something still opening when closing
 * begins is waited for and then closed, so that nothing is left behind whenever Ctrl-C comes.
 */
export class Closing {
  #closers: Array<() => Promise<void>> = [];
  #begun: Promise<void> | undefined;
  #hurried = false;
  #kill: (() => void) | undefined;

  /** @throws ClosingError once closing has begun */
  async open<T>(opening: () => Promise<T>, close: (opened: T) => Promise<unknown>): Promise<T> {
    if (this.#begun) throw new ClosingError();
    const opened = opening();
    this.#closers.push(async () => {
      const settled = await Promise.allSettled([opened]);
      if (settled[0].status === 'fulfilled') await close(settled[0].value);
    });
    return opened;
  }

  hasBegun(): boolean {
    return this.#begun !== undefined;
  }

  /** Closes everything; asking again waits for the same closing. */
  closeAll(): Promise<void> {
    this.#begun ??= this.#run();
    return this.#begun;
  }

  /** Stops a process that is given its time to finish what it began, unless we are told to hurry. */
  async stop(child: Stoppable, graceSeconds: number): Promise<void> {
    this.#kill = child.kill;
    await child.stop(this.#hurried ? 0 : graceSeconds * 1000);
  }

  /** Waits for nothing any more that can be cut off. */
  hurry(): void {
    this.#hurried = true;
    this.#kill?.();
  }

  async #run(): Promise<void> {
    for (const close of this.#closers.reverse()) await close();
  }
}
