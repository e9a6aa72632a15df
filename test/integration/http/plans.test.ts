import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "@planwand/shared/access/role.ts";
import {
  type RunningServer,
  createPlan,
  join as joinPlan,
  planOf,
  postJson,
  startServer,
} from "../../builders/server.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { WireClient } from "../../builders/wire-client.ts";

const EXAMPLE = join(import.meta.dirname, "../../../shared/src/templates/example.json");

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

const BODY = { title: "Ons plan", template: "blank", name: "Anja", circle: "ict" };

test("[API1] a plan, a key for each role, and a session as owner", async () => {
  const response = await postJson(`${server.url}/api/plans`, BODY);
  expect(response.status).toBe(201);
  const body = (await response.json()) as { plan: { id: string; title: string }; keys: object };
  expect(body.plan).toEqual({ id: expect.stringMatching(/^[A-Za-z0-9_-]{21}$/), title: "Ons plan" });
  expect(Object.keys(body.keys).sort()).toEqual([...ROLES].sort());
  expect(new Set(Object.values(body.keys)).size).toBe(ROLES.length);
  const [cookie = ""] = response.headers.getSetCookie();
  const info = await fetch(`${server.url}/api/plans/${body.plan.id}`, {
    headers: { cookie: cookie.split(";")[0] ?? "" },
  });
  expect(await info.json()).toEqual({
    id: body.plan.id,
    title: "Ons plan",
    role: "owner",
    actor: {
      id: expect.stringMatching(/^[A-Za-z0-9_-]{21}$/),
      name: "Anja",
      circle: "ict",
      color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    },
    createdAt: expect.any(Number),
  });
});

test("[API1] in English, and without activities", async () => {
  const created = await createPlan(server.url, { template: "format", language: "en" });
  const { plan } = await planOf(server.url, created.plan.id, created.cookie);
  expect(plan.language).toBe("en");
  expect(plan.activities).toEqual([]);
  expect(plan.phases.length).toBeGreaterThan(0);
});

describe("the example", () => {
  const KINDS = [
    "goals",
    "phases",
    "domains",
    "parties",
    "activities",
    "decisions",
    "communications",
  ] as const;
  type Fields = Record<string, unknown>;
  type Example = Record<(typeof KINDS)[number], (Fields & { id: string })[]> & { ambition: string };

  /** Every id of the template, by the id that it got: entries keep their order. */
  function shortIds(example: Example, served: Example): Map<string, string> {
    const activityTitles = new Map(example.activities.map(({ id, title }) => [title, id]));
    return new Map(
      KINDS.flatMap((kind) =>
        served[kind].map((entry, index): [string, string] => [
          entry.id,
          (kind === "activities" ? activityTitles.get(entry["title"]) : example[kind][index]?.id) ?? "?",
        ]),
      ),
    );
  }

  /** The value with every id that the map knows replaced, and the fresh ids of steps and options left out. */
  function translated(value: unknown, ids: Map<string, string>): unknown {
    if (typeof value === "string") return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => translated(item, ids));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, translated(field, ids)]));
  }

  /** The fields that the template has of this entry, in the form in which it has them. */
  function asTemplate(entry: Fields, template: Fields): Fields {
    return Object.fromEntries(
      Object.keys(template).map((field) => {
        const value = entry[field];
        if (field === "steps" && Array.isArray(value)) {
          return [field, value.map(({ title, done }: Fields) => ({ title, done }))];
        }
        if (field === "options" && Array.isArray(value)) {
          return [field, value.map(({ title }: Fields) => title)];
        }
        if (Array.isArray(value)) return [field, inOrderOf(value, template[field])];
        if (field === "roles" && typeof value === "object" && value !== null) {
          const wanted = template[field] as Record<string, unknown>;
          const lists = Object.entries(value).map(([slot, list]) => [slot, inOrderOf(list, wanted[slot])]);
          return [field, Object.fromEntries(lists)];
        }
        return [field, value];
      }),
    );
  }

  /** Sets have no order of their own: in that of the template, and what it does not have at the end. */
  function inOrderOf(value: unknown, wanted: unknown): unknown {
    if (!Array.isArray(value) || !Array.isArray(wanted)) return value;
    const at = (item: unknown) => (wanted.includes(item) ? wanted.indexOf(item) : wanted.length);
    return value.toSorted((a, b) => at(a) - at(b));
  }

  test("[API2] is served field for field", async () => {
    const created = await createPlan(server.url, { template: "example" });
    const example = JSON.parse(readFileSync(EXAMPLE, "utf8")) as Example;
    const { plan } = await planOf(server.url, created.plan.id, created.cookie);
    const served = plan as unknown as Example;
    const ids = shortIds(example, served);
    expect(served.ambition).toBe(example.ambition);
    for (const kind of KINDS) {
      const byId = new Map(
        served[kind].map((entry) => [ids.get(entry.id), translated(entry, ids) as Fields]),
      );
      expect(byId.size, kind).toBe(example[kind].length);
      for (const template of example[kind]) {
        expect(asTemplate(byId.get(template.id) ?? {}, template), `${kind} ${template.id}`).toEqual(template);
      }
    }
  });

  test("[API2] with another today, every date moves by the same whole weeks", async () => {
    const [as, moved] = await Promise.all(
      [undefined, "2027-01-13"].map(async (today) => {
        const created = await createPlan(server.url, { template: "example", ...(today && { today }) });
        return (await planOf(server.url, created.plan.id, created.cookie)).plan;
      }),
    );
    const days = (date: string | null | undefined) => Date.parse(date ?? "") / 86_400_000;
    const shifts = as?.phases.map(({ start }, index) => days(moved?.phases[index]?.start) - days(start));
    expect(new Set(shifts)).toEqual(new Set([49]));
  });
});

test("[API3] a plan is served with the edit that was just admitted, and its hash and number say so", async () => {
  const created = await createPlan(server.url, { template: "blank" });
  const planId = created.plan.id;
  const before = await planOf(server.url, planId, created.cookie);
  expect(before.seq).toBe(1);
  expect(before.contentHash).toMatch(/^[0-9a-f]{64}$/);
  expect(await planOf(server.url, planId, created.cookie)).toEqual(before);
  const writer = await WireClient.join({ url: server.url, planId, cookie: created.cookie });
  writer.doc.getMap("meta").set("onbekend", 1);
  const token = writer.sendBarrier();
  await writer.until(() => writer.echoed.includes(token));
  const after = await planOf(server.url, planId, created.cookie);
  expect(after.seq).toBe(2);
  expect(after.contentHash).not.toBe(before.contentHash);
  expect(after.plan).toEqual(before.plan);
  await writer.close();
});

test("[API14] the history tells what each person changed, newest first, and not what the template brought", async () => {
  const created = await createPlan(server.url, { template: "example" });
  const client = await WireClient.join({ url: server.url, planId: created.plan.id, cookie: created.cookie });
  const [id = ""] = client.doc.getMap("activities").keys();
  expect(setRegister(client.doc, "activities", id, "priority", "low").ok).toBe(true);
  expect(setRegister(client.doc, "activities", id, "status", "dropped").ok).toBe(true);
  await client.saved();
  const response = await fetch(`${server.url}/api/plans/${created.plan.id}/history`, {
    headers: { cookie: created.cookie },
  });
  const { entries, people } = (await response.json()) as {
    entries: object[];
    people: Record<string, string>;
  };
  expect(entries).toMatchObject([
    { activity: id, change: { kind: "status", to: "dropped" } },
    { activity: id, change: { kind: "planning" } },
  ]);
  expect(Object.values(people)).toEqual(["Anja"]);
  await client.close();
});

test("[API17] whoever may read a plan is told what people in it are called, and of nobody in another", async () => {
  const [mine, other] = [
    await createPlan(server.url, { template: "blank" }),
    await createPlan(server.url, { template: "blank" }),
  ];
  const bram = await joinPlan(server.url, mine.keys.editor, "Bram");
  const elsewhere = await joinPlan(server.url, other.keys.editor, "Elders");
  const viewer = await joinPlan(server.url, mine.keys.viewer, "Vera");
  const ask = (ids: string, cookie: string) =>
    fetch(`${server.url}/api/plans/${mine.plan.id}/authors?ids=${ids}`, { headers: { cookie } });
  const ids = [bram.actor.id, elsewhere.actor.id, "nobody-at-all", "!"].join(",");
  const answer = await ask(ids, viewer.cookie);
  expect(await answer.json()).toEqual({ people: { [bram.actor.id]: "Bram" } });
  expect((await ask(ids, elsewhere.cookie)).status).toBe(403);
  expect((await ask(Array.from({ length: 201 }, () => bram.actor.id).join(","), viewer.cookie)).status).toBe(
    400,
  );
});
