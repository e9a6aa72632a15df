import { hashSecret } from "@planwand/server/access/secret.ts";
import { ROLES, type Role } from "@planwand/shared/access/role.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { editPlan, rootMap } from "@planwand/shared/plan/entry.ts";
import { encodeSyncStep2, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import * as Y from "yjs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freshId } from "../../builders/commands.ts";
import { now } from "../../builders/clock.ts";
import { type ComposedServer, composedServer } from "../../builders/composed-server.ts";
import { STAMP } from "../../builders/plan-doc.ts";
import { type Grants, type LockColumn, policyOf } from "../../builders/policy-table.ts";
import { isLong, SEED, some } from "../../builders/run-length.ts";
import { join, planOf, postJson } from "../../builders/server.ts";
import { EVERY_STEP, Workshop } from "../../builders/workshop.ts";
import { WireClient } from "../../builders/wire-client.ts";
import { PATIENCE_MS } from "../../setup/patience.ts";

/*
 * Every way of writing, tried by every role in every situation, and compared with the policy table of shared/src/access/SPEC.md.
 */

/** What somebody does: over the socket as an update or as a step 2, or by a call. All of it is about one phase but the goal. */
const SOCKET_DEEDS = ["edit the card", "add a card", "edit a goal", "put back from the bin"] as const;
type SocketDeed = (typeof SOCKET_DEEDS)[number];

const SITUATIONS = [
  "open",
  "plan locked",
  "phase locked",
  "focus",
  "focus, plan locked",
  "focus, phase locked",
] as const;
type Situation = (typeof SITUATIONS)[number];

/** What a step of each kind lets everybody write: the card in focus, new cards, or a role that is claimed. */
const GRANTS: Readonly<Record<Step["kind"], Exclude<Grants, "no workshop">>> = {
  info: "nothing",
  ideas: "nothing",
  reveal: "nothing",
  vote: "nothing",
  write: "focus",
  decide: "nothing",
  roles: "claims",
  checkout: "nothing",
  free: "cards",
};

function lockOn(situation: Situation, isInPhase: boolean): LockColumn {
  if (situation.includes("plan locked")) return "plan locked";
  if (!situation.includes("phase locked")) return "no lock";
  return isInPhase ? "in a locked phase" : "beside it";
}

function grantsOf(step: Step | null, situation: Situation): Grants {
  if (step === null) return "no workshop";
  const grants = GRANTS[step.kind];
  return grants === "focus" && !situation.includes("focus") ? "nothing" : grants;
}

function overSocket(role: Role, step: Step | null, situation: Situation, deed: SocketDeed): string {
  const isFocused = deed === "edit the card" && situation.includes("focus");
  const what = deed === "add a card" ? "new card" : isFocused ? "card in focus" : "edit";
  return policyOf(role, what, grantsOf(step, situation), lockOn(situation, deed !== "edit a goal"));
}

function byCall(role: Role, what: "claim" | "import", step: Step | null, situation: Situation): string {
  return policyOf(role, what, grantsOf(step, situation), lockOn(situation, true));
}

/** Who was an editor, and is no more. */
const GONE = ["withdrawn key", "expired key", "expired session", "made anonymous"] as const;

interface Person {
  readonly cookie: string;
  readonly socket: WireClient;
  /** The Yjs client of all that they try: it is theirs from the first that is taken. */
  readonly clientId: number;
}

let server: ComposedServer;
let room: Workshop;
let people: Readonly<Record<Role, Person>>;
let gone: Readonly<Record<(typeof GONE)[number], string>>;
let [phase, domain, card, binned, goal]: string[] = [];
const parties: string[] = [];
let turns = 0;

const address = (path: string): string => `${server.url}/api/plans/${room.planId}${path}`;
const lead = (): WireClient => room.lead.client;

/** The card in *bin* and all else that is tried on lies in one phase. */
beforeAll(async () => {
  server = await composedServer();
  room = await Workshop.open(server);
  const { plan } = await planOf(server.url, room.planId, room.plan.cookie);
  const placed = plan.activities.filter((one) => one.phase !== null);
  [card, binned] = placed.filter((one) => one.phase === placed[0]?.phase).map(({ id }) => id);
  [phase, domain] = [placed[0]?.phase ?? "", placed[0]?.domain ?? ""];
  goal = plan.goals[0]?.id ?? "";
  parties.push(...plan.parties.map(({ id }) => id));
  if (card === undefined || binned === undefined) throw new Error("a phase of the example has two cards");
  archiveEntry(lead().doc, "activities", binned, STAMP);
  await lead().saved();
  const enter = async (cookie: string, clientId: number): Promise<Person> => {
    const options = { url: server.url, planId: room.planId, cookie, live: false };
    return { cookie, clientId, socket: await WireClient.join(options) };
  };
  const [viewer, participant, editor, facilitator] = await Promise.all(
    (["viewer", "participant", "editor", "facilitator"] as const).map(async (role, index) => {
      const { cookie } = await join(server.url, room.plan.keys[role], role);
      return enter(cookie, 1_000 + index);
    }),
  );
  const owner = await enter(room.plan.cookie, 1_004);
  people = { viewer, participant, editor, facilitator, owner } as Record<Role, Person>;
  gone = await leavers();
});
afterAll(() => server.stop());

async function leavers(): Promise<Record<(typeof GONE)[number], string>> {
  const { cookie } = room.plan;
  const keyFor = async (expiresAt: number | null): Promise<{ id: string; secret: string }> => {
    const made = await postJson(address("/keys"), { role: "editor", expiresAt }, cookie);
    return (await made.json()) as { id: string; secret: string };
  };
  const withdrawn = await keyFor(null);
  const [one, two, three] = await Promise.all(
    [withdrawn.secret, room.plan.keys.editor, room.plan.keys.editor].map((key) =>
      join(server.url, key, "Iris"),
    ),
  );
  await fetch(address(`/keys/${withdrawn.id}`), { method: "DELETE", headers: { cookie } });
  const expired = await comeWithExpiring(500, keyFor);
  const hash = hashSecret(decodeURIComponent((two?.cookie ?? "").split("=")[1] ?? ""));
  const session = await server.disk.access.sessionByHash(hash);
  const member = session && (await server.disk.access.membership(room.planId, session.id));
  const [used] = member?.keys ?? [];
  if (session === null || !member || used === undefined || one === undefined || three === undefined)
    throw new Error("they joined");
  await server.disk.access.join({ ...session, expiresAt: 1 }, member.actor, used.id);
  await room.lead.give({ type: "member.anonymise", member: three.actor.id, words: false });
  return {
    "withdrawn key": one.cookie,
    "expired key": expired,
    "expired session": two?.cookie ?? "",
    "made anonymous": three.cookie,
  };
}

/** Somebody whose key expired: after `lifeMs`, or longer on a machine that does not join in that time. */
async function comeWithExpiring(
  lifeMs: number,
  keyFor: (expiresAt: number) => Promise<{ secret: string }>,
): Promise<string> {
  const endMs = now() + lifeMs;
  const { secret } = await keyFor(endMs);
  const joined = await join(server.url, secret, "Iris").catch(() => null);
  if (joined === null) return comeWithExpiring(lifeMs * 2, keyFor);
  await vi.waitUntil(() => now() > endMs, { timeout: PATIENCE_MS });
  return joined.cookie;
}

/** Does something on a copy of the plan in somebody's name. */
function update(
  { clientId }: Person,
  deed: SocketDeed,
): { readonly bytes: Uint8Array; readonly isDone: () => boolean } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(lead().doc));
  doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  const turn = ++turns;
  const progress = turn % 101;
  const [id, of] = [
    freshId(),
    (root: "activities" | "goals", entry = "") => rootMap(lead().doc, root).get(entry),
  ];
  const done: Record<SocketDeed, () => boolean> = {
    "edit the card": () => (of("activities", card) as Y.Map<unknown>).get("progress") === progress,
    "add a card": () => of("activities", id) !== undefined,
    "edit a goal": () =>
      String((of("goals", goal) as Y.Map<unknown>).get("title")).startsWith(`${String(turn)} `),
    "put back from the bin": () => (of("activities", binned) as Y.Map<unknown>).get("archived") === null,
  };
  switch (deed) {
    case "edit the card":
      setRegister(doc, "activities", card ?? "", "progress", progress);
      break;
    case "add a card":
      editPlan(doc, () =>
        createEntry(
          doc,
          "activities",
          id,
          { place: [phase ?? "", domain ?? "", "a0"], title: "Nieuw" },
          STAMP,
        ),
      );
      break;
    case "edit a goal":
      ((rootMap(doc, "goals").get(goal ?? "") as Y.Map<unknown>).get("title") as Y.Text).insert(
        0,
        `${String(turn)} `,
      );
      break;
    case "put back from the bin":
      restoreEntry(doc, "activities", binned ?? "");
  }
  return { bytes: Y.encodeStateAsUpdate(doc, before), isDone: done[deed] };
}

async function tryOverSocket(role: Role, deed: SocketDeed, isStep2: boolean): Promise<string> {
  const person = people[role];
  const { socket } = person;
  const { bytes, isDone } = update(person, deed);
  const refused = socket.refusals.length;
  socket.send(isStep2 ? encodeSyncStep2(bytes) : encodeSyncUpdate(bytes));
  const token = socket.sendBarrier();
  await socket.until(() => socket.refusals.length > refused || socket.echoed.includes(token));
  const refusal = socket.refusals[refused];
  if (refusal !== undefined) {
    // Nothing is called saved before a complete answer.
    socket.send(encodeSyncStep2(new Uint8Array([0, 0])));
    await socket.until(() => socket.echoed.includes(token));
    await lead().saved();
    expect(isDone()).toBe(false);
    return refusal.code;
  }
  await lead().until(isDone);
  if (deed === "put back from the bin") {
    archiveEntry(lead().doc, "activities", binned ?? "", STAMP);
    await lead().saved();
  }
  return "yes";
}

const ANSWER_OF: Readonly<Record<string, string>> = {
  "plan-locked": "locked",
  unauthenticated: "out",
  "no-access": "out",
};
const answerOf = (code: string): string => ANSWER_OF[code] ?? code;

async function tryToClaim(cookie: string): Promise<string> {
  const nth = turns++;
  const slots = ["executor", "codecider"] as const;
  const command = {
    id: freshId(),
    type: "role.claim",
    session: room.session,
    activity: card,
    slot: slots[nth % slots.length],
    party: parties[Math.floor(nth / slots.length) % parties.length],
  };
  const response = await postJson(address("/commands"), command, cookie);
  return response.ok ? "yes" : answerOf(((await response.json()) as { code: string }).code);
}

async function tryToImport(cookie: string, query: string): Promise<string> {
  const { plan } = await planOf(server.url, room.planId, room.plan.cookie);
  const [at, kind] = [
    plan.phases.find(({ id }) => id === phase)?.name,
    plan.domains.find(({ id }) => id === domain)?.name,
  ];
  const title = `Uit een tabel ${String(turns++)}`;
  const rows = [
    ["Activiteit", "Fase", "Domein"],
    [title, at, kind],
  ];
  const response = await postJson(address(`/import${query}`), { source: { rows } }, cookie);
  if (!response.ok) return answerOf(((await response.json()) as { code: string }).code);
  const proposal = (await response.json()) as Proposal;
  const [row] = proposal.rows;
  const isWritten = (await planOf(server.url, room.planId, room.plan.cookie)).plan.activities.some(
    (one) => one.title === title,
  );
  expect(isWritten).toBe(query === "" && row?.action === "add");
  if (row?.action === "add") return "yes";
  expect(row?.problems.map(({ code }) => code)).toEqual(["locked"]);
  expect(proposal.edits).toEqual([]);
  return "locked";
}

async function tryToConnect(cookie: string): Promise<string> {
  const socket = new WireClient({ url: server.url, planId: room.planId, cookie });
  await socket.until(() => socket.synced || socket.socket.readyState === socket.socket.CLOSED);
  return socket.synced ? "yes" : "out";
}

/** Brings the room into a situation. */
async function arrange(number: number, situation: Situation): Promise<void> {
  const { session } = room;
  await room.goTo(number);
  await room.lead.give({ type: "lock.clear", session });
  const focus = situation.includes("focus") ? ({ kind: "activity", id: card ?? "" } as const) : null;
  if (focus !== null) await room.lead.give({ type: "focus.set", session, focus });
  const lock = situation.includes("plan locked")
    ? ({ kind: "plan" } as const)
    : situation.includes("phase locked")
      ? { kind: "phases" as const, phases: [phase ?? ""] }
      : null;
  if (lock !== null) await room.lead.give({ type: "lock.set", session, lock });
}

/** All situations in the long run; an ordinary run takes one of them in each step, another in the next one, by its seed. */
const situationsIn = (number: number): readonly Situation[] =>
  SITUATIONS.filter((_, at) => isLong || (at + number + SEED) % SITUATIONS.length === 0);

describe.each(
  EVERY_STEP.map((step, index) => ({
    step,
    number: index + 1,
    title: `${step.kind} (${String(index + 1)})`,
  })),
)("in a step of the kind $title", ({ step, number }) => {
  test.each(situationsIn(number))(
    "[PA2][PA3][PA4][PA5][PA6] each role, in each way of writing: %s",
    async (situation) => {
      await arrange(number, situation);
      for (const role of ROLES) {
        for (const [index, deed] of SOCKET_DEEDS.entries())
          expect(await tryOverSocket(role, deed, (index + number) % 2 === 0), `${role}: ${deed}`).toBe(
            overSocket(role, step, situation, deed),
          );
        expect(await tryToClaim(people[role].cookie), `${role}: claim`).toBe(
          byCall(role, "claim", step, situation),
        );
      }
    },
  );

  test.each(GONE)("[PA6] nobody who is gone writes in any way: %s", async (who) => {
    const cookie = gone[who];
    expect(await tryToConnect(cookie)).toBe("out");
    expect(await tryToClaim(cookie)).toBe("out");
    expect(await tryToImport(cookie, "")).toBe("out");
  });
});

// Each import that is read takes a process of its own.
const importing = SITUATIONS.flatMap((situation) =>
  EVERY_STEP.map((_, index) => [situation, index + 1] as const),
);
test.each(some(importing, 0.05))(
  "[PA6][PA2][PA3] an import, by each role: %s, step %i",
  async (situation, number) => {
    await arrange(number, situation);
    for (const role of ROLES)
      for (const query of ["", "?write=client", "?dry=1"])
        expect(await tryToImport(people[role].cookie, query), `${role} ${query}`).toBe(
          byCall(role, "import", EVERY_STEP[number - 1] ?? null, situation),
        );
  },
);

test("[PA6] what is old is cleared away by owners alone, whatever is locked", async () => {
  await arrange(1, "plan locked");
  for (const role of ROLES) {
    const response = await postJson(address("/clear"), {}, people[role].cookie);
    expect(response.status, role).toBe(role === "owner" ? 200 : 403);
  }
});

test("[PA1][PA2][PA3] without a workshop the role alone says", async () => {
  await room.lead.give({ type: "session.close", session: room.session, hidden: "discard" });
  for (const role of ROLES) {
    for (const deed of SOCKET_DEEDS)
      expect(await tryOverSocket(role, deed, false), `${role}: ${deed}`).toBe(
        overSocket(role, null, "open", deed),
      );
    expect(await tryToImport(people[role].cookie, ""), `${role}: import`).toBe(
      byCall(role, "import", null, "open"),
    );
  }
});
