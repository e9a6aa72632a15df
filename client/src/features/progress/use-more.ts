import { useState } from "react";

const FIRST = 6;

/** How many of a list are shown, and showing many more. */
export function useMore(): { readonly limit: number; readonly more: () => void } {
  const [limit, setLimit] = useState(FIRST);
  return { limit, more: () => setLimit(limit + 100) };
}
