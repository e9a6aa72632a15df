import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { checkJournals } from "@planwand/server/check-journals.ts";
import { FORMATS } from "../../builders/formats.ts";
import { sha256 } from "@planwand/server/journal/hashing.ts";
import { backupTo } from "@planwand/server/storage/sqlite/backup.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { addEntry } from "@planwand/shared/plan/ranked.ts";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { Canaries } from "../../builders/canaries.ts";
import { now } from "../../builders/clock.ts";
import { freshId, giveCommand, journalOf } from "../../builders/commands.ts";
import type { Wish } from "../../builders/journal.ts";
import { pdfText } from "../../builders/pdf.ts";
import { cases } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  type JoinedPlan,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
let planId: string;
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_SCRUB_MINUTES: "0.0001" } });
  plan = await createPlan(server.url, { template: "example", name: "Olga Eigenaar" });
  planId = plan.plan.id;
});
afterAll(() => server.stop());

const give = (wish: Wish, cookie = plan.cookie): Promise<number | string> =>
  giveCommand({ url: server.url, planId, cookie }, wish);
const get = (path: string, cookie = plan.cookie): Promise<Response> =>
  fetch(`${server.url}/api/plans/${planId}${path}`, { headers: { cookie } });

/** A person who leaves words wherever words can be left, and takes out of the plan again what they wrote there. */
class Talker {
  readonly canaries: Canaries;
  #person: JoinedPlan;
  #client: WireClient;
  readonly #decision: string;
  readonly #party: string;
  #turn = 0;

  private constructor(
    canaries: Canaries,
    person: JoinedPlan,
    client: WireClient,
    decision: string,
    party: string,
  ) {
    this.canaries = canaries;
    this.#person = person;
    this.#client = client;
    this.#decision = decision;
    this.#party = party;
  }

  static async come(): Promise<Talker> {
    const canaries = new Canaries("q7");
    const person = await join(server.url, plan.keys.facilitator, canaries.next());
    // A name is written down with the first thing that somebody does under it.
    const first = { type: "comment.add", comment: freshId(), anchor: PLAN, text: "Goedemorgen" } as const;
    expect(await give(first, person.cookie)).toBeTypeOf("number");
    const client = await WireClient.join({ url: server.url, planId, cookie: person.cookie });
    const { decisions, parties } = (await planOf(server.url, planId, plan.cookie)).plan;
    const decided = decisions.find(({ status }) => status === "decided");
    return new Talker(canaries, person, client, decided?.id ?? "", parties[0]?.id ?? "");
  }

  get id(): string {
    return this.#person.actor.id;
  }

  get cookie(): string {
    return this.#person.cookie;
  }

  get client(): WireClient {
    return this.#client;
  }

  /** One word or name of theirs in the next of all places. */
  async leave(): Promise<void> {
    const places = [
      () => this.#rename(),
      () => this.#comment(),
      () => this.#commentAndEdit(),
      () => this.#isNamed(),
      () => this.#explain(),
      () => this.#reopen(),
      () => this.#snapshot(),
      ...(this.#turn < FIRST_ROUND ? [() => this.#version()] : [() => this.#comment()]),
      () => this.#view(),
      () => this.#workshop(),
      () => this.#titleAndBack(),
      () => this.#richAndBack(),
      () => this.#cardInBin(),
      () => this.#nameBesideFunction(),
    ];
    await places[this.#turn++ % places.length]?.();
  }

  async #say(wish: Wish): Promise<void> {
    expect(await give(wish, this.cookie), wish.type).toBeTypeOf("number");
  }

  async #rename(): Promise<void> {
    this.#person = await join(server.url, plan.keys.facilitator, this.canaries.next(), this.cookie);
    await this.#say({ type: "comment.add", comment: freshId(), anchor: PLAN, text: "Onder een andere naam" });
  }

  #comment(): Promise<void> {
    return this.#say({ type: "comment.add", comment: freshId(), anchor: PLAN, text: this.canaries.next() });
  }

  async #commentAndEdit(): Promise<void> {
    const comment = freshId();
    await this.#say({ type: "comment.add", comment, anchor: PLAN, text: this.canaries.next() });
    await this.#say({ type: "comment.edit", comment, text: this.canaries.next() });
    if (this.#turn % 2 === 0) await this.#say({ type: "comment.withdraw", comment });
  }

  /** Somebody else calls them by their name of now. */
  async #isNamed(): Promise<void> {
    const { id, name } = this.#person.actor;
    const text = `Wat vind jij, @${name}? (${name.toUpperCase()})`;
    const mentions = [{ kind: "member", id }] as const;
    expect(
      await give({ type: "comment.add", comment: freshId(), anchor: PLAN, text, mentions: [...mentions] }),
    ).toBeTypeOf("number");
  }

  #explain(): Promise<void> {
    const about = { activity: freshId(), field: "status", from: "idea", to: "planned" } as const;
    return this.#say({ type: "change.explain", ...about, reason: this.canaries.next() });
  }

  async #reopen(): Promise<void> {
    await give({ type: "decision.take", decision: this.#decision, decidedOn: "2026-11-01" });
    await this.#say({ type: "decision.reopen", decision: this.#decision, reason: this.canaries.next() });
  }

  #snapshot(): Promise<void> {
    const [name, reason] = [this.canaries.next(), this.canaries.next()];
    return this.#say({ type: "snapshot.take", snapshot: freshId(), name, reason });
  }

  /** The plan that a body adopts has none of their words in it; what they said about it has. */
  async #version(): Promise<void> {
    const [snapshot, remark] = [freshId(), this.canaries.next()];
    await this.#say({ type: "snapshot.take", snapshot, name: this.canaries.next() });
    const about = { snapshot, step: "minor", party: this.#party, adoptedOn: "2026-11-02" } as const;
    await this.#say({ type: "version.adopt", ...about, remark });
  }

  #view(): Promise<void> {
    const [name, address] = [this.canaries.next(), `?zoek=${this.canaries.next()}`];
    return this.#say({ type: "view.save", view: freshId(), name, address });
  }

  /** They lead a work session, and say something in each kind of step. */
  async #workshop(): Promise<void> {
    const session = freshId();
    const step = () => ({
      id: freshId(),
      title: this.canaries.next(),
      question: this.canaries.next(),
      minutes: 5,
      extras: [],
    });
    const [ideas, decide, checkout] = [step(), step(), step()];
    const scope = { kind: "plan" } as const;
    const steps: Extract<Wish, { type: "session.open" }>["steps"] = [
      { ...ideas, kind: "ideas", scopes: [scope], anonymous: false },
      { ...decide, kind: "decide" },
      { ...checkout, kind: "checkout", form: "word" },
    ];
    await this.#say({ type: "session.open", session, goal: this.canaries.next(), steps });
    const idea = { idea: freshId(), step: ideas.id, scope, text: this.canaries.next() };
    await this.#say({ type: "idea.submit", session, ...idea });
    await this.#say({ type: "ideas.reveal", session, step: ideas.id, which: { kind: "all" } });
    const renamed = steps.map((one) => ({ ...one, title: this.canaries.next() }));
    await this.#say({ type: "agenda.change", session, steps: renamed });
    await this.#say({ type: "session.goto", session, step: decide.id });
    const [decision, text] = [this.#decision, this.canaries.next()];
    await this.#say({ type: "focus.set", session, focus: { kind: "decision", id: decision } });
    await this.#say({ type: "advice.give", session, decision, stance: "against", text });
    await this.#say({ type: "session.goto", session, step: checkout.id });
    await this.#say({ type: "checkout.give", session, step: checkout.id, word: this.canaries.next() });
    await this.#say({ type: "session.close", session, hidden: "reveal" });
  }

  #entry(root: string): Y.Map<unknown> {
    const entry = [...this.#client.doc.getMap<Y.Map<unknown>>(root).values()].find(
      (one) => (one.get("archived") ?? null) === null,
    );
    if (entry === undefined) throw new Error(`the example has ${root}`);
    return entry;
  }

  async #titleAndBack(): Promise<void> {
    const title = this.#entry("activities").get("title") as Y.Text;
    const word = this.canaries.next();
    title.insert(0, word);
    await this.#client.saved();
    title.delete(0, word.length);
    await this.#client.saved();
  }

  async #richAndBack(): Promise<void> {
    const what = this.#entry("activities").get("what") as Y.XmlFragment;
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(this.canaries.next())]);
    what.insert(0, [paragraph]);
    await this.#client.saved();
    what.delete(0, 1);
    await this.#client.saved();
  }

  async #cardInBin(): Promise<void> {
    const { doc } = this.#client;
    const id = freshId();
    const stamp = { by: this.id, at: now() };
    expect(addEntry(doc, "parking", id, { text: this.canaries.next() }, stamp).ok).toBe(true);
    await this.#client.saved();
    expect(archiveEntry(doc, "parking", id, stamp).ok).toBe(true);
    await this.#client.saved();
  }

  async #nameBesideFunction(): Promise<void> {
    const names = this.#entry("activities").get("names") as Y.Map<string>;
    const key = [...names.keys()][0] ?? this.#party;
    const before = names.get(key);
    names.set(key, this.canaries.next());
    await this.#client.saved();
    if (before === undefined) names.delete(key);
    else names.set(key, before);
    await this.#client.saved();
  }
}

/** A version that is adopted keeps what the plan and its bin say then: so only before they wrote anything there. */
const FIRST_ROUND = 14;

const PLAN = { kind: "plan", id: "plan" } as const;

/** What is in a file of any format, packed or not. */
function openedUp(format: string, bytes: Uint8Array): Uint8Array[] {
  if (format === "pdf") return [bytes, new TextEncoder().encode(pdfText(bytes))];
  if (format === "docx" || format === "xlsx") return [bytes, ...Object.values(unzipSync(bytes))];
  return [bytes];
}

test("[J50][J51][J52] what a person said and was called is nowhere any more: not on the disk, not in an answer, export or backup", async () => {
  const talker = await Talker.come();
  const { canaries } = talker;
  while (canaries.made.length < cases(1_000, 0.1)) await talker.leave();
  const before = await planOf(server.url, planId, plan.cookie);
  await get("/history");
  await get("/trend");
  // The words are there to be found, or finding none proves nothing.
  const there = new Set(canaries.foundInFolder(server.dataDir));
  expect(canaries.made.filter((canary) => !there.has(canary))).toEqual([]);

  expect(await give({ type: "retention.set", days: 0 })).toBeTypeOf("number");
  expect(await give({ type: "member.anonymise", member: talker.id, words: true })).toBeTypeOf("number");
  await talker.client.until(() => talker.client.closeCode !== null);
  expect((await get("", talker.cookie)).status).toBe(403);
  const clear = await postJson(`${server.url}/api/plans/${planId}/clear`, {}, plan.cookie);
  expect([clear.status, await clear.json()]).toEqual([200, { cleared: true }]);

  const gone = (bytes: Uint8Array, where: string): void => expect(canaries.foundIn(bytes), where).toEqual([]);
  expect(canaries.foundInFolder(server.dataDir)).toEqual([]);
  expect(checkJournals(server.dataDir).faults).toEqual([]);
  for (const path of ["", "/plan", "/journal", "/history", "/trend", "/snapshots", "/people", "/keys"])
    gone(new Uint8Array(await (await get(path)).arrayBuffer()), path);
  const journal = reduceJournal(EMPTY_JOURNAL, await journalOf(server.url, planId, plan.cookie));
  const [version] = journal.versions;
  for (const { id } of FORMATS)
    for (const snapshot of ["", `?snapshot=${version?.snapshot ?? ""}`]) {
      const response = await get(`/export/${id}${snapshot}`);
      expect(response.status, id + snapshot).toBe(200);
      for (const bytes of openedUp(id, new Uint8Array(await response.arrayBuffer())))
        gone(bytes, id + snapshot);
    }
  const newcomer = await WireClient.join({ url: server.url, planId, cookie: plan.cookie, journalAfter: 0 });
  gone(Y.encodeStateAsUpdate(newcomer.doc), "the socket");
  gone(Buffer.from(JSON.stringify(newcomer.events)), "the socket's journal");
  const backup = joinPath(mkdtempSync(joinPath(tmpdir(), "planwand-backup-")), "a.sqlite");
  await backupTo(server.dataDir, backup, sha256);
  gone(readFileSync(backup), "a backup");

  // What the plan says, what was decided, and that it was, stays.
  const after = await planOf(server.url, planId, plan.cookie);
  expect({ ...after.plan, bin: [] }).toEqual({ ...before.plan, bin: [] });
  expect(after.plan.bin).toEqual([]);
  expect(journal.versions.length).toBeGreaterThan(0);
  expect(journal.members.get(talker.id)?.name).toBeNull();
  const seals = [...journal.seals.values()].flat();
  expect(seals.some(({ reopened }) => reopened?.by === talker.id)).toBe(true);
  expect([...journal.comments.values()].some(({ text }) => text === "Wat vind jij, @iemand? (iemand)")).toBe(
    true,
  );

  await newcomer.close();
  await server.stop();
  expect(canaries.foundInFolder(server.dataDir)).toEqual([]);
  await server.restart();
  expect(await planOf(server.url, planId, plan.cookie)).toEqual(after);
  expect(checkJournals(server.dataDir).faults).toEqual([]);
});
