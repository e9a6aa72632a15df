import {
  type AskedProducts,
  PRODUCT_GROUPS,
  PRODUCT_SORTS,
  PRODUCT_STATES,
} from "@planwand/shared/views/products.ts";
import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { useParties, usePhases } from "../../plan/hooks.ts";

const KINDS = ["result", "decision"] as const;

/** What the address asks for, and how to ask for something else; an unknown phase or party counts as none. */
export function useAsked(): {
  readonly asked: AskedProducts;
  readonly ask: (name: keyof AskedProducts, value: string) => void;
} {
  const [params, setParams] = useSearchParams();
  const phases = usePhases();
  const parties = useParties();
  const text = params.toString();
  const asked = useMemo((): AskedProducts => {
    const given = new URLSearchParams(text);
    const one = <Value extends string>(name: string, known: readonly Value[]): Value | null =>
      known.find((value) => value === given.get(name)) ?? null;
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    return {
      kind: one("kind", KINDS),
      phase: one("phase", ids(phases)),
      state: one("state", PRODUCT_STATES),
      party: one("party", ids(parties)),
      group: one("group", PRODUCT_GROUPS) ?? "phase",
      sort: one("sort", PRODUCT_SORTS) ?? "plan",
    };
  }, [text, phases, parties]);
  return {
    asked,
    ask: (name, value) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === "") after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
  };
}
