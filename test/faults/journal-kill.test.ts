import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { expect, test } from "vitest";
import { freshId, giveCommand, journalOf } from "../builders/commands.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";
import { createPlan, join, startServer } from "../builders/server.ts";
import { WireClient } from "../builders/wire-client.ts";

/** Rounds on one plan, so that a journal of some length is recovered too. */
const ROUNDS_A_PLAN = 50;

test("[J19] kill -9 with commands under way: what was answered is there once, what was seen stays, none is there twice", async () => {
  const random = seeded(SEED);
  const server = await startServer();
  let plan = await createPlan(server.url, { template: "blank" });
  let answered = new Set<string>();
  for (let round = 0; round < cases(200, 0.05); round++) {
    if (round % ROUNDS_A_PLAN === ROUNDS_A_PLAN - 1) {
      plan = await createPlan(server.url, { template: "blank" });
      answered = new Set();
    }
    const planId = plan.plan.id;
    const url = server.url;
    const listener = await WireClient.join({ url, planId, cookie: plan.cookie, journalAfter: 0 });
    const enough = 3 + Math.floor(random() * 30);
    let inRound = 0;
    let isOver = false;
    const unanswered: { id: string; comment: string; cookie: string }[] = [];

    const talk = async (cookie: string): Promise<void> => {
      while (!isOver) {
        const [id, comment] = [freshId(), freshId()];
        const anchor = { kind: "plan", id: "plan" } as const;
        const wish = { id, type: "comment.add", comment, anchor, text: "Blijft" } as const;
        try {
          if (typeof (await giveCommand({ url, planId, cookie }, wish)) !== "number") continue;
          answered.add(comment);
          inRound++;
        } catch {
          unanswered.push({ id, comment, cookie });
          return;
        }
      }
    };
    const others = await Promise.all(
      ["Bram", "Carla"].map(async (name) => (await join(url, plan.keys.participant, name)).cookie),
    );
    const talking = [plan.cookie, ...others].map(talk);
    await new Promise<void>((resolve) => {
      const look = (): void => void (inRound >= enough ? resolve() : setImmediate(look));
      look();
    });
    await server.kill();
    isOver = true;
    await Promise.all(talking);
    await listener.until(() => listener.closeCode !== null);
    await server.restart();

    // Whoever got no answer sends the same command again.
    for (const { id, comment, cookie } of unanswered) {
      const anchor = { kind: "plan", id: "plan" } as const;
      const wish = { id, type: "comment.add", comment, anchor, text: "Blijft" } as const;
      expect(await giveCommand({ url: server.url, planId, cookie }, wish)).toBeTypeOf("number");
      answered.add(comment);
    }
    const events = await journalOf(server.url, planId, plan.cookie);
    const added = events.flatMap((event) => (event.type === "comment.added" ? [event.body.comment] : []));
    expect(added.toSorted()).toEqual([...answered].toSorted());
    expect(events.slice(0, listener.events.length)).toEqual(listener.events);
    expect(reduceJournal(EMPTY_JOURNAL, events).comments.size).toBe(answered.size);
  }
  await server.stop();
});
