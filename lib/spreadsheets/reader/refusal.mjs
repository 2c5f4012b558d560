// @ts-check

/** Why a file is refused, by the key of its sentence in ../refusals.ts. */
export class Refusal extends Error {
  /**
   * @param {import('../refusals').RefusalKey} key
   * @param {{ sheet?: string, row?: number, count?: number }} [about]
   */
  constructor(key, about = {}) {
    super(key);
    this.key = key;
    this.about = about;
  }
}
