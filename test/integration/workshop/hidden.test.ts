import { DatabaseSync } from "node:sqlite";
import { join as joinPath } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshId } from "../../builders/commands.ts";
import { type RunningServer, startServer } from "../../builders/server.ts";
import { RoomMember, stepId, Workshop } from "../../builders/workshop.ts";

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

/** Everything that somebody can get of a plan over HTTP, as text. */
async function everyAnswer({ url, planId, cookie }: RoomMember): Promise<string> {
  const paths = ["", "/plan", "/journal", "/people", "/history", "/export/json", "/export/md", "/export/csv"];
  const answers = await Promise.all(
    paths.map(async (path) =>
      (await fetch(`${url}/api/plans/${planId}${path}`, { headers: { cookie } })).text(),
    ),
  );
  return answers.join("\n");
}

test("[WS11] ux S2: nobody else's frames, answers, exports and journal hold a private idea before its reveal; once after", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const [anja, bram] = [await room.join("Anja", "ict"), await room.join("Bram", "onderwijs")];
  await room.goTo(2);
  const canary = `kanarie-${freshId()}`;
  const idea = freshId();
  const scope = { kind: "plan" } as const;
  const submit = { type: "idea.submit", session, step: stepId(2), idea, scope, text: canary } as const;
  expect(await anja.give(submit)).toBeTypeOf("number");
  expect(await anja.give(submit), "sent again").toBeTypeOf("number");

  const late = await room.join("Carla", "bestuur");
  for (const other of [room.lead, bram, late]) {
    await other.until(() => other.live.counts.some(({ ideas }) => ideas["plan"] === 1));
    expect(other.heard).not.toContain(canary);
    expect(await everyAnswer(other)).not.toContain(canary);
    expect(other.live.own.ideas).toEqual([]);
  }
  expect(await everyAnswer(anja)).not.toContain(canary);
  await anja.until(() => anja.live.own.ideas.length === 1);
  expect(anja.live.own.ideas[0]?.text).toBe(canary);
  expect(await bram.give({ type: "idea.edit", session, idea, text: "Van mij" })).toBe("not-yours");
  expect(await bram.give({ type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } })).toBe(
    "role-too-low",
  );

  const reveal = { type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } } as const;
  expect(await room.lead.give(reveal)).toBeTypeOf("number");
  expect(await room.lead.give(reveal)).toBeTypeOf("number");
  for (const other of [bram, late]) {
    await other.until(() => other.heard.includes(canary));
    await other.until(() => other.live.counts.length === 0);
    expect(other.heard.split(canary)).toHaveLength(2);
  }
  const revealed = (await room.state()).ideas.get(idea);
  expect(revealed?.text).toBe(canary);
  expect(revealed?.person).toBe(anja.actor);
  expect(await anja.give({ type: "idea.edit", session, idea, text: "Anders" })).toBe("already-revealed");
});

test("[WS12] an anonymous round never tells whose idea it was, and forgets it", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const anja = await room.join("Anja");
  await room.goTo(10);
  const idea = freshId();
  const scope = { kind: "plan" } as const;
  await anja.give({ type: "idea.submit", session, step: stepId(10), idea, scope, text: "Zonder naam" });
  await room.lead.give({ type: "ideas.reveal", session, step: stepId(10), which: { kind: "next" } });
  const state = await room.state();
  expect(state.ideas.get(idea)).toMatchObject({ text: "Zonder naam", person: null });
  const disk = new DatabaseSync(joinPath(server.dataDir, "planwand.sqlite"), { readOnly: true });
  expect(disk.prepare("SELECT count(*) AS n FROM hidden").get()).toEqual({ n: 0 });
  disk.close();
});

test("[WS13] ux S3: blind votes show counts only, keep budget and cap, can be taken back, and are told as totals", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const [anja, bram] = [await room.join("Anja", "ict"), await room.join("Bram", "onderwijs")];
  await room.goTo(2);
  const items = [freshId(), freshId(), freshId()];
  const scope = { kind: "plan" } as const;
  for (const [index, idea] of items.entries())
    await anja.give({
      type: "idea.submit",
      session,
      step: stepId(2),
      idea,
      scope,
      text: `Idee ${String(index)}`,
    });
  await room.lead.give({ type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } });
  await room.goTo(4);
  const [a = "", b = "", c = ""] = items;
  const cast = (item: string, dots: number) =>
    ({ type: "vote.cast", session, step: stepId(4), item, dots }) as const;
  expect(await anja.give(cast(a, 2))).toBeTypeOf("number");
  expect(await anja.give(cast(a, 2)), "again").toBeTypeOf("number");
  expect(await anja.give(cast(b, 3)), "over the cap").toBe("over-budget");
  expect(await anja.give(cast(b, 2)), "over the budget").toBe("over-budget");
  expect(await anja.give(cast(b, 1))).toBeTypeOf("number");
  expect(await anja.give(cast(c, 1)), "nothing left").toBe("over-budget");
  expect(await anja.give(cast(b, 0)), "taken back").toBeTypeOf("number");
  expect(await anja.give(cast(c, 1))).toBeTypeOf("number");
  expect(await bram.give(cast(a, 1))).toBeTypeOf("number");
  expect(await bram.give(cast(freshId(), 1)), "not on the ballot").toBe("not-found");

  await room.lead.until(() => room.lead.live.counts.some(({ dots, voters }) => dots === 4 && voters === 2));
  const before = `${room.lead.heard}\n${bram.heard}\n${await everyAnswer(room.lead)}`;
  expect(before).not.toContain("vote.cast");
  expect(before).not.toContain("votes.revealed");
  expect(bram.live.own.votes).toEqual([{ step: stepId(4), item: a, dots: 1, person: bram.actor }]);
  expect((await room.state()).votes.size).toBe(0);

  await room.lead.give({ type: "votes.reveal", session, step: stepId(4) });
  const result = (await room.state()).results.get(stepId(4));
  expect(result?.voters).toBe(2);
  expect(result?.items).toEqual([
    { item: a, dots: 3, byCircle: {} },
    { item: b, dots: 0, byCircle: {} },
    { item: c, dots: 1, byCircle: {} },
  ]);
  expect(await anja.give(cast(b, 1))).toBe("already-revealed");
});
