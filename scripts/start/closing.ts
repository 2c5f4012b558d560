/** Thrown at whoever opens something after closing has begun; never shown. */
class ClosingError extends Error {
  override name = 'ClosingError';
}

/**
 * What this process has opened, closed in reverse order. Something still opening when closing
 * begins is waited for and then closed, so that nothing is left behind whenever Ctrl-C comes.
 */
export class Closing {
  #closers: Array<() => Promise<void>> = [];
  #begun: Promise<void> | undefined;

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

  /** Closes everything; asking again waits for the same closing. */
  closeAll(): Promise<void> {
    this.#begun ??= this.#run();
    return this.#begun;
  }

  async #run(): Promise<void> {
    for (const close of this.#closers.reverse()) await close();
  }
}
