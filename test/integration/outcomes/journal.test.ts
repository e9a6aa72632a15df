import { verifyChain } from "@planwand/shared/journal/chain.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshId, giveCommand, journalOf } from "../../builders/commands.ts";
import { type ComposedServer, composedServer } from "../../builders/composed-server.ts";
import { sha256, type Wish } from "../../builders/journal.ts";
import { type CreatedPlan, createPlan, join, postJson } from "../../builders/server.ts";
import { asAsked, stepId } from "../../builders/workshop.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: ComposedServer;
let plan: CreatedPlan;
let bram: WireClient;

beforeEach(async () => {
  server = await composedServer();
  plan = await createPlan(server.url, { template: "blank" });
  bram = await enter((await join(server.url, plan.keys.editor, "Bram")).cookie);
});
afterEach(() => server.stop());

function enter(cookie: string): Promise<WireClient> {
  return WireClient.join({ url: server.url, planId: plan.plan.id, cookie, journalAfter: 0 });
}

const give = (wish: Wish, cookie = plan.cookie): Promise<number | string> =>
  giveCommand({ url: server.url, planId: plan.plan.id, cookie }, wish);

const comment = (text: string): Wish & { readonly id: string } => ({
  id: freshId(),
  type: "comment.add",
  comment: freshId(),
  anchor: { kind: "plan", id: "plan" },
  text,
});

const texts = (client: WireClient): (string | undefined)[] =>
  client.events.flatMap((event) => (event.type === "comment.added" ? [event.content?.text] : []));

async function chainOnDisk(): Promise<number[]> {
  const events = await server.disk.events.read(plan.plan.id, 0);
  const head = await server.disk.events.head(plan.plan.id);
  expect(verifyChain(events, head, sha256)).toEqual([]);
  return events.map(({ seq }) => seq);
}

describe("a command whose write was reported as failed", () => {
  test.each(["after", "late"] as const)(
    "[J60] and is on disk all the same (%s) is answered and reaches everybody, and has its number when it is sent again",
    async (fault) => {
      server.faults.next("events.append", fault);
      const wish = comment("Toch opgeslagen");
      const answer = await give(wish);
      expect(answer).toBeTypeOf("number");
      await bram.until(() => texts(bram).includes("Toch opgeslagen"));
      expect(await give(wish)).toBe(answer);
      await give(comment("Daarna"));
      await bram.until(() => texts(bram).includes("Daarna"));
      expect(texts(bram)).toEqual(["Toch opgeslagen", "Daarna"]);
      expect(bram.events.map(({ seq }) => seq)).toEqual(await chainOnDisk());
    },
  );

  test.each(["after", "late"] as const)(
    "[J60][J61] while storage is out (%s): nothing is shown or written; then it reaches everybody without being sent again",
    async (fault) => {
      const before = await give(comment("Eerder"));
      server.faults.next("events.append", fault);
      server.faults.isOut = true;
      const wish = comment("Onbekend");
      expect(await give(wish)).toBe("storage-unavailable");
      expect(await give(comment("Tijdens"), plan.cookie)).toBe("storage-unavailable");
      expect(await give(wish)).toBe("storage-unavailable");
      const shown = await journalOf(server.url, plan.plan.id, plan.cookie);
      expect(shown.at(-1)?.seq).toBe(before);
      server.faults.isOut = false;
      await bram.until(() => texts(bram).includes("Onbekend"));
      expect(await give(wish)).toBe(bram.events.at(-1)?.seq);
      const late = await enter(plan.cookie);
      await late.until(() => texts(late).length === 2);
      expect(texts(late)).toEqual(["Eerder", "Onbekend"]);
      expect(bram.events.map(({ seq }) => seq)).toEqual(await chainOnDisk());
    },
  );

  test("[J60] and is not on disk is refused, and done when it is sent again", async () => {
    server.faults.next("events.append", "before");
    const wish = comment("Niet opgeslagen");
    expect(await give(wish)).toBe("storage-unavailable");
    expect(await give(wish)).toBeTypeOf("number");
    await bram.until(() => texts(bram).length === 1);
    expect(texts(bram)).toEqual(["Niet opgeslagen"]);
    await chainOnDisk();
  });

  test("[J60] many at the same time, one in three reported as failed: each is there once, in the same order for everybody", async () => {
    for (let nth = 0; nth < 10; nth++)
      server.faults.next("events.append", null, "after", null, "before", "late");
    const wishes = Array.from({ length: 30 }, (_, nth) => comment(`Nummer ${String(nth)}`));
    const answers = await Promise.all(
      wishes.map(async (wish) => {
        for (;;) {
          const answer = await give(wish);
          if (typeof answer === "number") return answer;
        }
      }),
    );
    expect(new Set(answers).size).toBe(30);
    await bram.until(() => texts(bram).length === 30);
    expect(new Set(texts(bram)).size).toBe(30);
    expect(bram.events.map(({ seq }) => seq)).toEqual(await chainOnDisk());
  });

  test.each(["after", "late"] as const)(
    "[J60] a snapshot, a session with its code, and a hidden idea (%s) are there for everybody",
    async (fault) => {
      const session = freshId();
      const failing = async (wish: Wish): Promise<number | string> => {
        server.faults.next("events.append", fault);
        return give(wish);
      };
      const snapshot = freshId();
      expect(
        await failing({ type: "snapshot.take", snapshot, occasion: "named", name: "Stand", reason: "" }),
      ).toBeTypeOf("number");
      expect(await server.disk.snapshots.get(plan.plan.id, snapshot)).not.toBeNull();
      expect(await failing({ type: "session.open", session, goal: "Samen", steps: asAsked() })).toBeTypeOf(
        "number",
      );
      const code = (await server.disk.workshops.codeOf(plan.plan.id, session)) ?? "";
      const joined = await postJson(`${server.url}/api/join`, { code, name: "Carla", circle: "ict" });
      expect(joined.status).toBe(200);
      await give({ type: "session.goto", session, step: stepId(2) });
      const idea = freshId();
      const scope = { kind: "plan" } as const;
      const wish = {
        id: freshId(),
        type: "idea.submit",
        session,
        step: stepId(2),
        idea,
        scope,
        text: "Geheim",
      } as const;
      expect(await failing(wish)).toBeTypeOf("number");
      expect(await give(wish)).toBeTypeOf("number");
      const hidden = await server.disk.workshops.hidden(plan.plan.id);
      expect(hidden.map((entry) => entry.id)).toEqual([idea]);
      expect(
        await give({ type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } }),
      ).toBeTypeOf("number");
      await bram.until(() => bram.events.some(({ type }) => type === "idea.revealed"));
      await chainOnDisk();
    },
  );

  test("[J60][J52] who was made anonymous is sent away, though nobody sends the command again", async () => {
    const carla = await enter((await join(server.url, plan.keys.participant, "Carla")).cookie);
    const member = carla.hello?.actor.id ?? "";
    server.faults.next("events.append", "after");
    server.faults.isOut = true;
    expect(await give({ type: "member.anonymise", member, words: false })).toBe("storage-unavailable");
    expect(carla.isOpen).toBe(true);
    server.faults.isOut = false;
    await carla.until(() => carla.closeCode !== null);
    expect(carla.closeCode).toBe(4401);
    await bram.until(() => bram.events.some(({ type }) => type === "member.anonymised"));
  });
});
