/** Calls `act` `count` times, `perSecond` a second: with its number from 1 on, and never before the last call is done. */
export async function steadily(
  count: number,
  perSecond: number,
  act: (nth: number) => void | Promise<void>,
): Promise<void> {
  const startMs = performance.now();
  for (let nth = 1; nth <= count; nth++) {
    await act(nth);
    const waitMs = startMs + (nth * 1_000) / perSecond - performance.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, waitMs)));
  }
}
