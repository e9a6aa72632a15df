import * as Y from "yjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ComposedServer, composedServer } from "../../builders/composed-server.ts";
import type { Fault } from "../../builders/failing-storage.ts";
import { type CreatedPlan, createPlan, join, planOf } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: ComposedServer;
let plan: CreatedPlan;
let anja: WireClient;
let bram: WireClient;

beforeEach(async () => {
  server = await composedServer();
  plan = await createPlan(server.url, { template: "blank" });
  anja = await enter(plan.cookie);
  bram = await enter((await join(server.url, plan.keys.editor, "Bram")).cookie);
});
afterEach(() => server.stop());

function enter(cookie: string): Promise<WireClient> {
  return WireClient.join({ url: server.url, planId: plan.plan.id, cookie });
}

const cells = (client: WireClient): string[] => [...client.doc.getMap("cells").keys()].toSorted();
const write = (client: WireClient, mark: string): void => void client.doc.getMap("cells").set(mark, true);
const has = (client: WireClient, mark: string): boolean => client.doc.getMap("cells").has(mark);

async function seqsOnDisk(): Promise<number[]> {
  return (await server.disk.log.read(plan.plan.id, 0)).map(({ seq }) => seq);
}

/** A fault that holds a call until `release`. */
function hanging(): { readonly fault: Fault; readonly release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { fault: { released: promise }, release: resolve };
}

describe("a commit that was reported as failed", () => {
  test.each(["after", "late"] as const)(
    "[R70] and is on disk all the same (%s) reaches who is connected, a newcomer, and a page of its author's that has it not",
    async (fault) => {
      const again = await enter(plan.cookie);
      server.faults.next("log.append", fault);
      write(anja, "verloren-bericht");
      // Its author's page is gone before it hears anything: only the server can tell the others.
      await anja.close();
      await bram.until(() => has(bram, "verloren-bericht"));
      await again.until(() => has(again, "verloren-bericht"));
      const late = await enter(plan.cookie);
      expect(cells(late)).toEqual(["verloren-bericht"]);
      expect(await seqsOnDisk()).toEqual([1, 2]);
      write(bram, "daarna");
      await bram.saved();
      expect(await seqsOnDisk()).toEqual([1, 2, 3]);
    },
  );

  test.each(["before", "after", "late"] as const)(
    "[R70][R4] is called saved only when it is on disk, once, and then everybody has it (%s)",
    async (fault) => {
      server.faults.next("log.append", fault);
      write(anja, "een");
      write(anja, "twee");
      await anja.saved();
      const onDisk = new Y.Doc();
      for (const { bytes } of await server.disk.log.read(plan.plan.id, 0)) Y.applyUpdate(onDisk, bytes);
      expect([...onDisk.getMap("cells").keys()].toSorted()).toEqual(["een", "twee"]);
      await bram.until(() => has(bram, "een") && has(bram, "twee"));
      const seqs = await seqsOnDisk();
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    },
  );

  test("[R70][R7] nothing of it is shown or called saved as long as that is unknown, and all of it afterwards", async () => {
    server.faults.next("log.append", "after");
    server.faults.isOut = true;
    write(anja, "onbekend");
    const token = anja.sendBarrier();
    await anja.until(() => anja.refusals.some(({ code }) => code === "server-readonly"));
    const newcomer = await enter((await join(server.url, plan.keys.viewer, "Vera").catch(() => plan)).cookie);
    expect([has(bram, "onbekend"), has(newcomer, "onbekend"), anja.echoed.includes(token)]).toEqual([
      false,
      false,
      false,
    ]);
    server.faults.isOut = false;
    for (const client of [bram, newcomer]) await client.until(() => has(client, "onbekend"));
    await anja.until(() => anja.echoed.includes(token));
    expect(await seqsOnDisk()).toEqual([1, 2]);
  });

  test("[R70] what is written while a commit hangs comes to the disk and to everybody, in order", async () => {
    const { fault, release } = hanging();
    server.faults.next("log.append", fault);
    write(anja, "hangt");
    write(bram, "wacht");
    const [own, other] = [anja.sendBarrier(), bram.sendBarrier()];
    release();
    await anja.until(() => anja.echoed.includes(own));
    await bram.until(() => bram.echoed.includes(other));
    for (const client of [anja, bram]) await client.until(() => has(client, "hangt") && has(client, "wacht"));
    expect(cells(await enter(plan.cookie))).toEqual(["hangt", "wacht"]);
    const seqs = await seqsOnDisk();
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  test("[R70] one failure after the other, in two plans: every edit is in both in the end, and none twice", async () => {
    const other = await createPlan(server.url, { template: "blank" }, plan.cookie);
    const [carla, dirk] = (await Promise.all(
      [0, 1].map(() => WireClient.join({ url: server.url, planId: other.plan.id, cookie: other.cookie })),
    )) as [WireClient, WireClient];
    const faults: Fault[] = ["after", "before", "late", null, "after", "after", "before", "late", "late"];
    server.faults.next("log.append", ...faults);
    for (let nth = 0; nth < 12; nth++) {
      for (const client of [anja, carla]) write(client, `merk-${String(nth)}`);
      await Promise.all([anja.saved(), carla.saved()]);
    }
    for (const [reader, writer] of [
      [bram, anja],
      [dirk, carla],
    ] as const) {
      await reader.until(() => cells(reader).length === 12);
      expect(cells(reader)).toEqual(cells(writer));
    }
    const { plan: value } = await planOf(server.url, plan.plan.id, other.cookie);
    expect(value.title).toBe("Activiteitenplan");
    const seqs = await seqsOnDisk();
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  });

  test("[R71] a plan that cannot be read again lets its people go; others go on", async () => {
    const other = await createPlan(server.url, { template: "blank" });
    const carla = await WireClient.join({ url: server.url, planId: other.plan.id, cookie: other.cookie });
    const hang = hanging();
    server.faults.next("log.append", hang.fault);
    write(carla, "een");
    // While its commit hangs, the other plan goes from the disk.
    await server.disk.plans.erase(other.plan.id, 1);
    hang.release();
    await carla.until(() => carla.closeCode !== null);
    expect(carla.closeCode).toBe(1013);
    write(anja, "door");
    await anja.saved();
    await bram.until(() => has(bram, "door"));
  });

  test.each(["before", "after", "late"] as const)(
    "[R72] an import that the server writes is confirmed when it is on disk, and only then (%s)",
    async (fault) => {
      server.faults.next("log.append", fault);
      const rows = [["Activiteit"], ["Uit een tabel"]];
      const response = await fetch(`${server.url}/api/plans/${plan.plan.id}/import`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: plan.cookie },
        body: JSON.stringify({ source: { rows } }),
      });
      expect(response.status).toBe(fault === "before" ? 503 : 200);
      const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
      const titles = value.activities.map(({ title }) => title);
      expect(titles).toEqual(fault === "before" ? [] : ["Uit een tabel"]);
      const count = (client: WireClient): number => client.doc.getMap("activities").size;
      await bram.until(() => count(bram) === titles.length);
    },
  );
});
