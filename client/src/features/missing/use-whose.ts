import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { Whose } from "@planwand/shared/checks/groups.ts";
import type { Party } from "@planwand/shared/plan/schema.ts";
import { useSearchParams } from "wouter";

const ALL: Whose = { kind: "all" };

/** Whose findings are shown, kept in the address: `of=ict`, `of=nobody` or the id of a party. */
export function useWhose(parties: readonly Party[]): {
  readonly whose: Whose;
  readonly choose: (whose: Whose) => void;
} {
  const [params, setParams] = useSearchParams();
  const choose = (whose: Whose): void => {
    const of = nameOf(whose);
    setParams(of === null ? {} : { of }, { replace: true });
  };
  return { whose: readWhose(params.get("of"), parties), choose };
}

/** What is called so in an address; everybody's for what is unknown. */
function readWhose(of: string | null, parties: readonly Party[]): Whose {
  if (of === "nobody") return { kind: "nobody" };
  const circle = CIRCLES.find((known) => known === of);
  if (circle !== undefined) return { kind: "circle", circle };
  const party = parties.find(({ id }) => id === of);
  return party === undefined ? ALL : { kind: "party", party: party.id };
}

function nameOf(whose: Whose): string | null {
  switch (whose.kind) {
    case "all":
      return null;
    case "nobody":
      return "nobody";
    case "circle":
      return whose.circle;
    case "party":
      return whose.party;
  }
}
