import { type Family, pick } from "./hostile-file.ts";

const MB = 1024 * 1024;

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A plan file with one place of it put to something else. */
function planWith(
  sound: Buffer,
  change: (plan: Record<string, never[]>, file: Record<string, unknown>) => void,
): Buffer {
  const file = JSON.parse(sound.toString()) as Record<string, unknown>;
  change(file["plan"] as Record<string, never[]>, file);
  return json(file);
}

/** Lists in lists in lists, as text: no program would be able to write them otherwise. */
function deepBlocks(depth: number): string {
  const inside = '{"type":"paragraph","runs":[{"text":"diep"}]}';
  return `${'{"type":"bulletList","items":[['.repeat(depth)}${inside}${"]]}".repeat(depth)}`;
}

const WRONG: readonly [unknown, ...unknown[]] = [
  null,
  -1,
  1e308,
  "",
  [],
  {},
  true,
  "x".repeat(100_000),
  [[[]]],
  { id: { id: {} } },
  "9999-99-99",
  "__proto__",
];

/** Puts something wrong at a place of a value that chance picks. */
function spoil(value: unknown, random: () => number, wrong: unknown): unknown {
  if (typeof value !== "object" || value === null || random() < 0.08) return wrong;
  const keys = Object.keys(value);
  const key = keys[Math.floor(random() * keys.length)];
  if (key === undefined) return wrong;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = spoil(copy[key], random, wrong);
  return copy;
}

const TRELLO = {
  name: "Bord",
  lists: [{ id: "l1", name: "Analyse" }],
  cards: [{ id: "c1", name: "Kaart", idList: "l1", labels: [{ name: "ICT" }] }],
  checklists: [{ idCard: "c1", checkItems: [{ name: "Stap", state: "complete", pos: 1 }] }],
};

/** Ways to be hostile in JSON. */
export const JSON_FAMILIES: Readonly<Record<string, Family>> = {
  "deep JSON": ({ round }, { json: sound }) => {
    const depth = 4_000 * (1 + round);
    const holder = JSON.stringify(
      JSON.parse(
        planWith(sound, ({ activities }) =>
          Object.assign(activities?.[0] ?? {}, { rich: "DEEP" }),
        ).toString(),
      ),
    );
    const text = pick(
      [
        `${"[".repeat(depth * 25)}${"]".repeat(depth * 25)}`,
        holder.replace('"DEEP"', `{"what":[${deepBlocks(depth)}]}`),
        `${'{"a":'.repeat(depth * 10)}1${"}".repeat(depth * 10)}`,
        "[".repeat(depth * 100),
        `{"name":"b","lists":[],"cards":${"[".repeat(depth)}${"]".repeat(depth)}}`,
      ],
      round,
    );
    return { bytes: Buffer.from(text), fate: "refused" };
  },
  "enormous JSON": ({ round }, { json: sound }) => {
    const bytes = pick(
      [
        json({
          name: "b",
          lists: [{ id: "l", name: "L" }],
          cards: fill(90_000, (at) => ({ id: `${at}`, name: "k", idList: "l" })),
        }),
        Buffer.from(`[${"0,".repeat(2.4 * MB)}0]`),
        planWith(sound, (plan) =>
          Object.assign(plan, { parking: fill(60_000, (at) => ({ id: idOf(at), text: "p" })) }),
        ),
        Buffer.from(`{${fill(250_000, (at) => `"k${at}":{}`).join(",")}}`),
        Buffer.from(`{"x":"${"y".repeat(4.9 * MB)}"}`),
        planWith(sound, ({ activities }) =>
          Object.assign(activities?.[0] ?? {}, { what: "w".repeat(4.5 * MB) }),
        ),
        Buffer.from(`{"a":${"9".repeat(3 * MB)}}`),
      ],
      round,
    );
    return { bytes, fate: "either" };
  },
  "names of prototypes": ({ round }, { json: sound }) => {
    const text = pick(
      [
        '{"__proto__":{"kind":"planwand-plan","version":1,"plan":{},"journal":{}}}',
        sound
          .toString()
          .replace('"title":', '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"title":'),
        '{"name":"toString","lists":[{"id":"__proto__","name":"constructor"}],"cards":[{"id":"x","name":"__proto__","idList":"__proto__","__proto__":{"closed":true}}]}',
        "__proto__;constructor;Activiteit\nhasOwnProperty;toString;__proto__\n",
        '{"kind":"planwand-rescue","plan":{"__proto__":{"title":"x"}}}',
        "Fase;Activiteit;BOP-domein;Wacht op\n__proto__;constructor;prototype;__proto__\n",
      ],
      round,
    );
    return { bytes: Buffer.from(text), fate: "either" };
  },
  "wrong types of Trello": ({ round, random }) => ({
    bytes: json(spoil(TRELLO, random, pick(WRONG, round))),
    fate: "either",
  }),
  "wrong types of a plan": ({ round, random }, { json: sound }) => {
    if (round % 3 === 0)
      return { bytes: json(spoil(JSON.parse(sound.toString()), random, pick(WRONG, round))), fate: "either" };
    const twisted = planWith(sound, ({ activities = [], phases = [] }, file) => {
      const [first, second] = activities as { id: string; dependsOn: string[] }[];
      if (first === undefined || second === undefined) throw new Error("the example has activities");
      // In a circle, twice the same id, and a version that is no number.
      if (round % 3 === 1) [first.dependsOn, second.dependsOn] = [[second.id, first.id], [first.id]];
      else if (round % 2 === 0) second.id = first.id;
      else Object.assign(file, { version: "Infinity", plan: { phases } });
    });
    return { bytes: twisted, fate: "either" };
  },
};

function fill<Value>(length: number, make: (at: number) => Value): Value[] {
  return Array.from({ length }, (_, at) => make(at));
}

function idOf(at: number): string {
  return `vol-${String(at).padStart(8, "0")}`;
}
