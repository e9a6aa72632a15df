/** Hears of moments at which there is no reason to wait any longer, or no use in going on. Returns how to stop. */
export function whenAwake(listener: {
  /** Somebody looks at the page again, or the network is back. */
  readonly awake: () => void;
  /** The device lost its network. */
  readonly cutOff: () => void;
}): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onVisible = (): void => {
    if (document.visibilityState === "visible") listener.awake();
  };
  document.addEventListener("visibilitychange", onVisible, { signal });
  window.addEventListener("pageshow", onVisible, { signal });
  window.addEventListener("online", listener.awake, { signal });
  window.addEventListener("offline", listener.cutOff, { signal });
  return () => stop.abort();
}
