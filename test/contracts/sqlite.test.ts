import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Storage, StorageUnavailable } from "@planwand/server/storage/port.ts";
import { MIGRATIONS } from "@planwand/server/storage/sqlite/migrations.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";
import { newPlan, type Place, storageContract, update } from "./storage-contract.ts";
import { Faults, failingStorage, type Fault } from "../builders/failing-storage.ts";
import { type FailingPlace, outcomeContract } from "./outcome-contract.ts";
import { workshopContract } from "./workshop-contract.ts";

const newDirectory = () => mkdtempSync(join(tmpdir(), "planwand-sqlite-"));
const remove = (directory: string) => rmSync(directory, { recursive: true, force: true });

const newPlace = (): Place => {
  const directory = newDirectory();
  return { open: () => openSqlite({ directory }), remove: () => remove(directory) };
};
storageContract("SQLite", newPlace);
workshopContract("SQLite", newPlace);

/** A place of which writes fail in this way. */
const failingPlace = (fault: Fault) => (): FailingPlace => {
  const directory = newDirectory();
  const faults = new Faults();
  return {
    open: () => failingStorage(openSqlite({ directory }), faults.of),
    failNext: () => {
      for (const call of ["log.append", "events.append", "plans.erase"] as const) faults.next(call, fault);
    },
    remove: () => remove(directory),
  };
};
for (const fault of ["before", "after", "late"] as const)
  outcomeContract(`SQLite, writes that fail ${fault}`, failingPlace(fault));

describe("SQLite's own", () => {
  let directory: string;
  const file = () => join(directory, "planwand.sqlite");
  beforeEach(() => (directory = newDirectory()));
  afterEach(() => remove(directory));

  async function withPlan(storage: Storage): Promise<string> {
    const { plan, session } = newPlan();
    await storage.plans.create(plan, session);
    return plan.plan.id;
  }

  test("[S3] a database that may not grow: nothing half-written, reading goes on, and room helps", async () => {
    const tight = openSqlite({ directory, maxPages: 80 });
    const planId = await withPlan(tight);
    const other = await withPlan(tight);
    let lastSeq = 1;
    let failure: unknown = null;
    while (failure === null) {
      try {
        await tight.log.append([update(planId, lastSeq + 1, Buffer.alloc(9_000, 1))], []);
        lastSeq++;
      } catch (error) {
        failure = error;
      }
    }
    expect(failure).toBeInstanceOf(StorageUnavailable);
    expect(lastSeq).toBeGreaterThan(1);
    const pair = [update(other, 2), update(planId, lastSeq + 1, Buffer.alloc(90_000, 2))];
    await expect(tight.log.append(pair, [])).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(withPlanOf(tight, 90_000)).rejects.toBeInstanceOf(StorageUnavailable);
    expect(await tight.log.read(other, 1)).toEqual([]);
    expect(await tight.log.read(planId, 0)).toHaveLength(lastSeq);
    await tight.close();

    const roomy = openSqlite({ directory });
    await roomy.probe();
    await roomy.log.append(pair, []);
    expect(await roomy.log.read(planId, 0)).toHaveLength(lastSeq + 1);
    expect(await roomy.log.read(other, 0)).toHaveLength(2);
    await roomy.close();
  });

  async function withPlanOf(storage: Storage, seedBytes: number): Promise<void> {
    const { plan, session } = newPlan();
    await storage.plans.create(
      { ...plan, seed: { ...plan.seed, state: new Uint8Array(seedBytes) } },
      session,
    );
  }

  test("[S1] nobody else on the machine may look into the folder, new or there already", async () => {
    const deeper = join(directory, "a", "b");
    const storage = openSqlite({ directory: deeper });
    expect(statSync(deeper).mode & 0o777).toBe(0o700);
    await storage.close();
    chmodSync(deeper, 0o755);
    await openSqlite({ directory: deeper }).close();
    expect(statSync(deeper).mode & 0o777).toBe(0o700);
  });

  test("[S1] another program may make a backup while the server runs", async () => {
    const storage = openSqlite({ directory });
    const planId = await withPlan(storage);
    const reader = new DatabaseSync(file(), { readOnly: true });
    reader.exec(`VACUUM INTO '${join(directory, "copy.sqlite")}'`);
    reader.close();
    await storage.close();
    mkdirSync(join(directory, "restored"));
    writeFileSync(
      join(directory, "restored", "planwand.sqlite"),
      readFileSync(join(directory, "copy.sqlite")),
    );
    const restored = openSqlite({ directory: join(directory, "restored") });
    expect(await restored.log.read(planId, 0)).toHaveLength(1);
    await restored.close();
  });

  test("[S9] a second server on the same folder is told so", async () => {
    const storage = openSqlite({ directory });
    expect(() => openSqlite({ directory })).toThrow(/in gebruik door een andere Planwand/);
    await withPlan(storage);
    await storage.close();
  });

  test("[S9] a damaged database is told so, wherever the damage is", async () => {
    const storage = openSqlite({ directory });
    const planId = await withPlan(storage);
    for (let seq = 2; seq < 30; seq++) await storage.log.append([update(planId, seq)], []);
    await storage.close();
    const good = readFileSync(file());
    for (let page = 0; page < good.length / 4096; page++) {
      const bad = Buffer.from(good);
      bad.fill(0xa5, page * 4096, page * 4096 + (page === 0 ? 60 : 12));
      writeFileSync(file(), bad);
      expect(() => openSqlite({ directory }), `page ${page + 1}`).toThrow(/beschadigd/);
    }
    writeFileSync(file(), good);
    await openSqlite({ directory }).close();
  });

  test("[S9] a database of a newer version is told so and left alone", async () => {
    await openSqlite({ directory }).close();
    const raw = new DatabaseSync(file());
    raw.exec("PRAGMA user_version = 99");
    raw.close();
    expect(() => openSqlite({ directory })).toThrow(/nieuwere versie/);
  });

  test("[S46] of the keys of an older database those of the plan, of a workshop and of people are told apart", async () => {
    const raw = new DatabaseSync(file());
    for (const script of MIGRATIONS.slice(0, 8)) raw.exec(script);
    raw.exec(`
      PRAGMA user_version = 8;
      INSERT INTO plans (number, id, title, created_at) VALUES (1, 'plan-000001', 'Plan', 1000);
      INSERT INTO keys (id, plan, role, hash, created_at) VALUES
        ('owner', 1, 'owner', 'a', 1002), ('editor', 1, 'editor', 'b', 1002), ('later', 1, 'editor', 'c', 1003),
        ('viewer', 1, 'viewer', 'd', 99000), ('code', 1, 'participant', 'e', 99000);
      INSERT INTO join_codes (code, plan, session, key) VALUES ('ABCDEF', 1, 's', 'code');
    `);
    raw.close();
    const storage = openSqlite({ directory });
    const keys = await storage.access.keysOf("plan-000001");
    expect(Object.fromEntries(keys.map(({ id, origin }) => [id, origin]))).toEqual({
      owner: "plan",
      editor: "plan",
      later: "person",
      viewer: "person",
      code: "workshop",
    });
    for (const key of keys) expect(key).toMatchObject({ name: "", maker: null, usedAt: null });
    await storage.close();
  });

  test("[S9] a folder that is a file is told so", () => {
    const path = join(directory, "data");
    writeFileSync(path, "");
    expect(() => openSqlite({ directory: path })).toThrow(/DATA_DIR/);
  });
});
