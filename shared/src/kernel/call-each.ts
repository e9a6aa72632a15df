/**
 * Calls each listener, also after one of them threw; what was thrown goes to `report`. Whoever begins to listen meanwhile is not
 * called.
 */
export function callEach<Args extends readonly unknown[]>(
  listeners: Iterable<(...args: Args) => void>,
  args: Args,
  report: (error: unknown) => void,
): void {
  const all = [...listeners];
  for (const listener of all) {
    try {
      listener(...args);
    } catch (error) {
      report(error);
    }
  }
}
