import { ROLE_SLOTS } from "../../plan/schema.ts";
import { inCircleOrder } from "../../views/roles.ts";
import type { Row, Section } from "../blocks.ts";
import { bold, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { row, table, text } from "../table.ts";

/** Every party by circle, with the numbers of the activities in which it has each role. */
export function rolesSection({ plan, selected, words, numbersOf, options }: Context): Section {
  const going = selected.activities.filter(({ status }) => status !== "dropped");
  const rows: Row[] = [];
  let circle: string | null = null;
  for (const party of inCircleOrder(plan.parties)) {
    if (options.party !== undefined && options.party !== party.id) continue;
    if (party.circle !== circle) {
      circle = party.circle;
      rows.push({ kind: "band", text: words.circles[party.circle] });
    }
    const cells = ROLE_SLOTS.map((slot) =>
      plain(numbersOf(going.filter(({ roles }) => roles[slot].includes(party.id)).map(({ id }) => id))),
    );
    const name = party.name.trim() || words.untitled;
    rows.push(
      row({ kind: "party", id: party.id }, [...bold(name), ...plain(words.partyKind[party.kind])], ...cells),
    );
  }
  const columns = [
    [words.party.name, 4],
    ...ROLE_SLOTS.map((slot) => [words.roles[slot], 3] as const),
  ] as const;
  return {
    id: "roles",
    title: words.sections.roles,
    orientation: "landscape",
    blocks: [
      rows.length === 0 ? text(plain(words.none), "note") : table(words.sections.roles, columns, rows),
    ],
  };
}
