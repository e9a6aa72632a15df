import type { Lock } from "@planwand/shared/access/plan-access.ts";
import type { Role } from "@planwand/shared/access/role.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import { encodeSyncStep1, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import * as Y from "yjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshId } from "../../builders/commands.ts";
import { STAMP } from "../../builders/plan-doc.ts";
import { RandomEditor } from "../../builders/random-edits.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";
import { join, type RunningServer, startServer } from "../../builders/server.ts";
import { EVERY_STEP, type RoomMember, stepId, Workshop } from "../../builders/workshop.ts";

const random = seeded(SEED);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

const ROLES = ["participant", "editor", "viewer"] as const satisfies readonly Role[];
/** Edits between two looks at the plan. */
const A_LOOK = 50;
/** Edits in one plan: in one that grew large each would take long. */
const IN_ONE_PLAN = 500;
/** Edits that somebody makes before they ask what the plan is by now. */
const MOST_AT_ONCE = 3;
/** What of a card stays with those who make the plan, also while it is in focus. */
const KEPT = ["place", "archived", "created"];

type Entries = Record<string, Record<string, unknown>>;
type Roots = Record<string, Entries>;

/** All that is in the document, also what nobody ever looks at. */
function rootsOf(doc: Y.Doc): Roots {
  return Object.fromEntries(
    [...doc.share.keys()].toSorted().map((name) => [name, doc.getMap(name).toJSON()]),
  );
}

/** One random edit after another as honest and less honest clients send it, not seeing any of the server's answers. */
function* attempts(known: Y.Doc, random: () => number, name: string): Generator<Uint8Array> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => sent.push(update));
  const editor = new RandomEditor(doc, random, name);
  for (let nth = 0; nth < 1 + random() * MOST_AT_ONCE; nth++) {
    if (random() < 0.1) dishonest(doc, random);
    else editor.edit();
    yield* sent.splice(0);
  }
}

/** What no page of the product ever does. */
function dishonest(doc: Y.Doc, random: () => number): void {
  const activities = doc.getMap("activities");
  const ids = [...activities.keys()];
  const id = ids[Math.floor(random() * ids.length)] ?? "none";
  const chance = random();
  if (chance < 0.3) activities.delete(id);
  else if (chance < 0.6) activities.set(id, new Y.Map());
  else if (chance < 0.8) doc.getMap("phases").clear();
  else doc.getText("elsewhere").insert(0, "x");
}

/** What of the plan must be as it was, for this role in this step: said by the test itself and not by the product's own table. */
function untouchable(
  role: Role,
  { kind, extras }: Step,
  focus: string,
  locked: string | null,
  roots: Roots,
  before: Roots,
): unknown {
  const cards = Object.entries(roots["activities"] ?? {});
  if (role === "editor") {
    if (locked === null) return null;
    const inPhase = ([, card]: [string, Record<string, unknown>]): boolean =>
      Array.isArray(card["place"]) && card["place"][0] === locked;
    return [roots["phases"]?.[locked], Object.fromEntries(cards.filter(inPhase))];
  }
  const isParticipant = role === "participant";
  const mayAdd = isParticipant && (extras as readonly string[]).includes("card");
  const mayWrite = isParticipant && kind === "write";
  const old = cards.filter(([id]) => !mayAdd || before["activities"]?.[id] !== undefined);
  const kept = old.map(([id, card]) => {
    if (!mayWrite || id !== focus) return [id, card];
    return [id, Object.fromEntries(KEPT.map((field) => [field, card[field]]))];
  });
  return { ...roots, activities: Object.fromEntries(kept) };
}

/** The plan as the server tells it to somebody after all that they sent, or to somebody new when it put them out. */
async function asItStands(room: Workshop, { client, cookie }: RoomMember): Promise<Roots> {
  client.synced = false;
  client.send(encodeSyncStep1(Y.encodeStateVector(client.doc)));
  await client.until(() => client.synced || client.closeCode !== null);
  if (client.synced) return rootsOf(client.doc);
  const teller = await room.enter(cookie);
  const roots = rootsOf(teller.client.doc);
  await room.leave(teller);
  return roots;
}

/** A card as the product makes it, which gets through. */
async function addHonestly(
  room: Workshop,
  cookie: string,
  place: readonly [string, string, string],
): Promise<void> {
  const { client } = await room.enter(cookie);
  const id = freshId();
  editPlan(client.doc, () => createEntry(client.doc, "activities", id, { place, title: "Een idee" }, STAMP));
  await room.lead.until(() => room.lead.client.doc.getMap("activities").has(id));
}

/** What came of many edits in one step. */
interface Tried {
  readonly made: number;
  /** How many looks at the plan showed something new. */
  readonly changes: number;
  /** Whether something that the step allows was tried, and got through. */
  readonly hasAdded: boolean;
}

/** So many edits, in a plan of their own, by somebody with this role in this step: what must not be touched is not. */
async function attempt(role: (typeof ROLES)[number], index: number, count: number): Promise<Tried> {
  const step: Step | undefined = EVERY_STEP[index];
  if (step === undefined) throw new Error("there is such a step");
  const room = await Workshop.open(server);
  const { session } = room;
  const [phases, domains, cards] = ["phases", "domains", "activities"].map((root) => [
    ...room.lead.client.doc.getMap(root).keys(),
  ]);
  const focus = cards?.[0] ?? "";
  await room.goTo(index + 1);
  if (step.kind === "write")
    await room.lead.give({ type: "focus.set", session, focus: { kind: "activity", id: focus } });
  // Every third step all may be written by an editor, every third nothing, every third all but a phase.
  const phase = phases?.[index % phases.length] ?? "";
  const locks: readonly (Lock | null)[] = [null, { kind: "plan" }, { kind: "phases", phases: [phase] }];
  const lock = role === "editor" ? (locks[index % 3] ?? null) : null;
  if (lock !== null)
    await room.lead.give({
      type: "lock.set",
      session,
      lock: lock.kind === "plan" ? lock : { kind: "phases", phases: [phase] },
    });
  const given = role === "participant" ? await room.join("Iris") : null;
  const cookie = given?.cookie ?? (await join(server.url, room.plan.keys[role], "Iris")).cookie;
  const before = await asItStands(room, await room.enter(cookie));
  const seen = (roots: Roots): unknown =>
    lock?.kind === "plan"
      ? roots
      : untouchable(role, step, focus, lock?.kind === "phases" ? phase : null, roots, before);
  let [made, changes] = [0, 0];
  while (made < count) {
    const intruder = await room.enter(cookie);
    const look = await asItStands(room, intruder);
    for (let nth = 0; nth < A_LOOK && intruder.client.isOpen;) {
      const name = `${stepId(index + 1)}-${String(made)}`;
      for (const update of attempts(intruder.client.doc, random, name)) {
        intruder.client.send(encodeSyncUpdate(update));
        [nth, made] = [nth + 1, made + 1];
      }
    }
    const after = await asItStands(room, intruder);
    await room.leave(intruder);
    expect(seen(after), `${role} in ${step.kind}`).toEqual(seen(look));
    if (JSON.stringify(after) !== JSON.stringify(look)) changes += 1;
  }
  const hasAdded =
    role !== "viewer" &&
    (role === "editor" ? lock === null : (step.extras as readonly string[]).includes("card"));
  if (hasAdded) await addHonestly(room, cookie, [phase, domains?.[0] ?? "", "a0"]);
  await Promise.all(room.everybody.map(({ client }) => client.close()));
  return { made, changes, hasAdded };
}

test.each(ROLES)(
  "[WS17][WS18][WS22] nothing that the step, the role or the lock forbids gets through from a client that knows no page: %s",
  async (role) => {
    const tried: Tried[] = [];
    for (const index of EVERY_STEP.keys()) {
      const count = cases(10_000, 0.005);
      for (let made = 0; made < count;) {
        const one = await attempt(role, index, Math.min(count, IN_ONE_PLAN));
        tried.push(one);
        made += one.made;
      }
    }
    // What is allowed does get through, and for who only reads that is nothing.
    if (role === "viewer") expect(tried.every(({ changes }) => changes === 0)).toBe(true);
    else expect(tried.some(({ hasAdded }) => hasAdded)).toBe(true);
  },
);
