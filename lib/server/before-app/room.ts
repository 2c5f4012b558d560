/** How many bytes of bodies may be on their way at once, and how many requests may wait for that. */
export interface Size {
  inAll: number;
  perNetwork: number;
  waiting: number;
  waitingPerNetwork: number;
}

interface Waiter {
  network: string;
  bytes: number;
  enter(): void;
}

/**
 * Room for bodies that are read. Whoever finds none waits for their turn; one network does not keep
 * the others waiting for longer than it may take up itself.
 */
export class Room {
  readonly #size: Size;
  readonly #taken = new Map<string, number>();
  #inAll = 0;
  #queue: Waiter[] = [];

  constructor(size: Size) {
    this.#size = size;
  }

  /**
   * @param enter called once there is room, which may be at once
   * @returns how to leave, in the room or in the queue; null where too many wait already
   */
  ask(network: string, bytes: number, enter: () => void): (() => void) | null {
    const waiter = { network, bytes, enter };
    const waitingHere = this.#queue.filter((other) => other.network === network).length;
    if (this.#queue.length >= this.#size.waiting || waitingHere >= this.#size.waitingPerNetwork) {
      return null;
    }
    this.#queue.push(waiter);
    this.#letIn();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      if (this.#queue.includes(waiter)) this.#queue = this.#queue.filter((one) => one !== waiter);
      else this.#take(network, -bytes);
      this.#letIn();
    };
  }

  #take(network: string, bytes: number): void {
    this.#inAll += bytes;
    const taken = (this.#taken.get(network) ?? 0) + bytes;
    if (taken > 0) this.#taken.set(network, taken);
    else this.#taken.delete(network);
  }

  #letIn(): void {
    const entered: Waiter[] = [];
    for (const waiter of this.#queue) {
      // In order: a large one is not overtaken for ever by small ones.
      if (this.#inAll + waiter.bytes > this.#size.inAll) break;
      const taken = this.#taken.get(waiter.network) ?? 0;
      if (taken + waiter.bytes > this.#size.perNetwork) continue;
      this.#take(waiter.network, waiter.bytes);
      entered.push(waiter);
    }
    this.#queue = this.#queue.filter((waiter) => !entered.includes(waiter));
    for (const { enter } of entered) enter();
  }
}
