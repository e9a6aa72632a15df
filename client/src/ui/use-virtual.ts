import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/react-virtual";
import { useLayoutEffect, useReducer, useState } from "react";
import { flushSync } from "react-dom";

type Options = Omit<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  "observeElementRect" | "observeElementOffset" | "scrollToFn" | "onChange"
>;

/**
 * Which entries of a long list are in sight, and where each stands; drawn anew when that changes. What it gives is for the one
 * component that calls it: it is the same object all the time, and says something else at every drawing.
 */
export function useVirtual(given: Options): Virtualizer<HTMLElement, HTMLElement> {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    ...given,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    // While one scrolls, what comes in sight is drawn in the same frame.
    onChange: (_instance, isScrolling) => (isScrolling ? flushSync(draw) : draw()),
  };
  const [virtual] = useState(() => new Virtualizer(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}
