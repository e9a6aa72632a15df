import { addActivity } from "@planwand/shared/plan/activity.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshId } from "../../builders/commands.ts";
import {
  firstDifference,
  lettersOfMarkdown,
  lettersOfPdf,
  lettersOfWord,
} from "../../builders/document-text.ts";
import { planOf, postJson, type RunningServer, startServer } from "../../builders/server.ts";
import { stepId, Workshop } from "../../builders/workshop.ts";

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

const scope = { kind: "plan" } as const;

test("[WS21] ux S6: closing keeps the plan, and the minutes tell who were there, what was done, and exactly what changed", async () => {
  const room = await Workshop.open(server);
  const { session, lead } = room;
  const anja = await room.join("Anja de Boer", "ict");
  const { plan } = await planOf(server.url, room.planId, lead.cookie);
  const [card] = plan.activities;
  const elsewhere = plan.activities.find(({ phase }) => phase !== card?.phase);
  const [party] = plan.parties;
  if (card === undefined || elsewhere === undefined || party === undefined)
    throw new Error("the example is full");
  await room.goTo(2);
  const idea = freshId();
  await anja.give({ type: "idea.submit", session, step: stepId(2), idea, scope, text: "Rooster op tijd" });
  await lead.give({ type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } });
  await room.goTo(4);
  await anja.give({ type: "vote.cast", session, step: stepId(4), item: idea, dots: 2 });
  await lead.give({ type: "votes.reveal", session, step: stepId(4) });
  const doc = lead.client.doc;
  const added = freshId();
  const place = { phase: card.phase ?? "", domain: card.domain ?? "" };
  addActivity(doc, added, place, { title: "Kaart uit de sessie" }, { by: lead.actor, at: 1 });
  moveActivity(doc, card.id, { phase: elsewhere.phase ?? "", domain: elsewhere.domain ?? "", index: 0 });
  await lead.client.saved();
  await lead.give({ type: "idea.became", session, idea, activity: added });
  await room.goTo(7);
  expect(
    await anja.give({ type: "role.claim", session, activity: added, slot: "executor", party: party.id }),
  ).toBeTypeOf("number");
  await anja.give({ type: "idea.submit", session, step: stepId(2), idea: freshId(), scope, text: "Te laat" });
  await room.goTo(10);
  await anja.give({
    type: "idea.submit",
    session,
    step: stepId(10),
    idea: freshId(),
    scope,
    text: "Blijft verborgen",
  });
  expect(await lead.give({ type: "session.close", session })).toBe("hidden-left");
  expect(await lead.give({ type: "session.close", session, hidden: "discard" })).toBeTypeOf("number");
  // What comes after it is not in its minutes.
  addActivity(doc, freshId(), place, { title: "Van later" }, { by: lead.actor, at: 1 });
  await lead.client.saved();

  const headers = { cookie: lead.cookie };
  const address = (format: string) =>
    `${server.url}/api/plans/${room.planId}/export/${format}?document=minutes&session=${session}`;
  const minutes = await (await fetch(address("md"), { headers })).text();
  for (const told of [
    "Sessieverslag",
    "Anja de Boer",
    "ICT",
    "Rooster op tijd",
    "Kaart uit de sessie",
    "Dit is jouw deel",
    "overgeslagen",
    "afgesproken in deze werksessie",
  ])
    expect(minutes).toContain(told);
  for (const untold of ["Van later", "Te laat", "Blijft verborgen"]) expect(minutes).not.toContain(untold);
  expect(minutes).toContain("1 idee is niet getoond");
  const written = async (format: string): Promise<Uint8Array> => {
    const response = await fetch(address(format), { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toContain("sessieverslag");
    return new Uint8Array(await response.arrayBuffer());
  };
  const inWord = lettersOfWord(await written("docx"));
  expect(firstDifference(lettersOfPdf(await written("pdf")), inWord)).toBeNull();
  // Only what is paged has contents.
  expect(firstDifference(lettersOfMarkdown(await written("md")), inWord.replace("Inhoud", ""))).toBeNull();
  expect((await fetch(address("md").replace(session, freshId()), { headers })).status).toBe(404);

  // When the plan of then is kept no longer, the rest is still told.
  expect(await lead.give({ type: "retention.set", days: 0 })).toBeTypeOf("number");
  const cleared = await postJson(`${server.url}/api/plans/${room.planId}/clear`, {}, lead.cookie);
  expect(cleared.status).toBe(200);
  const later = await fetch(address("md"), { headers });
  expect(later.status).toBe(200);
  const rest = await later.text();
  for (const told of ["Anja de Boer", "Rooster op tijd", "omdat de bewaartijd om is"])
    expect(rest).toContain(told);
});
