import { useSyncExternalStore } from "react";

/** The same width as in the style sheets of the wall. */
const query = matchMedia("(max-width: 720px)");

/** Whether the window is as narrow as a phone, or zoomed so far that it might be one. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

const coarse = matchMedia("(pointer: coarse)");

/** Whether one points with a finger. */
export function useCoarse(): boolean {
  return useSyncExternalStore(
    (listener) => {
      coarse.addEventListener("change", listener);
      return () => coarse.removeEventListener("change", listener);
    },
    () => coarse.matches,
  );
}
