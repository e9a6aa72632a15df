/** How often each card, cell, header and row rendered, as `kind:id`; made by a test before the page loads, else absent. */
export interface RenderProbe {
  [kindAndId: string]: number;
}

declare global {
  interface Window {
    __planwandProbe?: RenderProbe;
  }
}

/** Counts one render when a test watches; call it in the body of the component that it counts. */
export function countRender(kind: "card" | "cell" | "phase" | "domain" | "row", id: string): void {
  const probe = globalThis.window?.__planwandProbe;
  if (probe === undefined) return;
  const key = `${kind}:${id}`;
  probe[key] = (probe[key] ?? 0) + 1;
}
