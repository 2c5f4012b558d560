/**
 * Next prints each error with its stack. What is told elsewhere, in a line of the log, is not
 * printed as well.
 * @param isTold of one thing that is printed
 */
export function keepOffConsole(
  isTold: (said: unknown) => boolean,
  ...levels: ReadonlyArray<'error' | 'warn'>
): void {
  const { console } = globalThis;
  for (const level of levels) {
    const print = console[level].bind(console);
    console[level] = (...said: unknown[]) => {
      if (!said.some(isTold)) print(...said);
    };
  }
}
