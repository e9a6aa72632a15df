import { describe, expect, test } from "vitest";
import { nextVersion } from "@planwand/shared/journal/snapshots.ts";
import { command } from "@planwand/shared/journal/commands.ts";
import { FACTS, idOf, JournalDesk, PARTY, type Wish } from "../../builders/journal.ts";

const SNAPSHOT = idOf("snapshot", 1);
const take = (snapshot = SNAPSHOT, name = "Voor de studiedag"): Wish => ({
  type: "snapshot.take",
  snapshot,
  name,
});
const adopt = (snapshot = SNAPSHOT, step: "major" | "minor" = "minor"): Wish => ({
  type: "version.adopt",
  snapshot,
  step,
  party: PARTY,
  adoptedOn: "2026-11-24",
  remark: "Met dank",
});

describe("snapshots", () => {
  test("[J21] a facilitator takes one; its hashes, name, who and when are kept", () => {
    const desk = new JournalDesk();
    for (const role of ["viewer", "participant", "editor"] as const)
      expect(desk.give(role, "actor-000002", take())).toBe("role-too-low");
    expect(desk.events).toEqual([]);
    expect(desk.give("facilitator", "actor-000001", take())).toBe("ok");
    expect([...desk.journal.snapshots.values()]).toEqual([
      {
        id: SNAPSHOT,
        seq: 2,
        by: "actor-000001",
        at: desk.events[1]?.at,
        occasion: "named",
        name: "Voor de studiedag",
        reason: "",
        ...FACTS.snapshot,
        adopted: null,
      },
    ]);
  });

  test("[J21] an id is used once; a second one by name is taken of the same plan too", () => {
    const desk = new JournalDesk();
    desk.give("owner", "actor-000001", take());
    expect(desk.give("owner", "actor-000001", take())).toBe("exists");
    expect(desk.give("owner", "actor-000001", take(idOf("snapshot", 2)))).toBe("ok");
    expect(desk.journal.snapshots.size).toBe(2);
  });

  test("[J21] one that nobody named is passed over when nothing was written since the last", () => {
    const desk = new JournalDesk();
    const daily: Wish = { type: "snapshot.take", snapshot: idOf("snapshot", 2), occasion: "daily" };
    desk.give("owner", "actor-000001", take());
    const before = desk.events.length;
    expect(desk.give("owner", "actor-000001", daily)).toBe("ok");
    expect(desk.events).toHaveLength(before);
    desk.facts = { ...FACTS, snapshot: { planSeq: 8, sha256: "c".repeat(64), contentHash: "d".repeat(64) } };
    desk.give("owner", "actor-000001", daily);
    expect([...desk.journal.snapshots.values()].at(-1)?.occasion).toBe("daily");
  });

  test("[J21] the server itself is nobody who is introduced", () => {
    const desk = new JournalDesk();
    desk.give("owner", "server-000000", take());
    expect(desk.journal.members.size).toBe(0);
    expect(desk.journal.snapshots.get(SNAPSHOT)?.by).toBe("server-000000");
  });

  test("[J7] a snapshot that somebody wants has a name", () => {
    const wish = { type: "snapshot.take", id: idOf("command", 1), snapshot: SNAPSHOT };
    expect(command.safeParse({ ...wish, name: " " }).success).toBe(false);
    expect(command.safeParse({ ...wish, name: "x".repeat(121) }).success).toBe(false);
    expect(command.safeParse({ ...wish, occasion: "before-restore" }).success).toBe(true);
  });
});

describe("versions", () => {
  test("[J22] versions are numbered 1.0, 1.1, 2.0, whichever snapshots they are", () => {
    const desk = new JournalDesk();
    const ids = [1, 2, 3, 4].map((number) => idOf("snapshot", number));
    for (const id of ids) desk.give("owner", "actor-000001", take(id));
    const steps = ["major", "minor", "major", "minor"] as const;
    steps.forEach((step, at) =>
      expect(desk.give("owner", "actor-000001", adopt(ids[3 - at], step))).toBe("ok"),
    );
    expect(desk.journal.versions.map(({ version }) => version)).toEqual(["1.0", "1.1", "2.0", "2.1"]);
    expect(nextVersion("3.9", "minor")).toBe("3.10");
  });

  test("[J22] adopting keeps the body as it was called, the day and the hash of what was adopted; once", () => {
    const desk = new JournalDesk();
    desk.give("owner", "actor-000001", take());
    expect(desk.give("editor", "actor-000002", adopt())).toBe("role-too-low");
    desk.give("facilitator", "actor-000001", adopt());
    expect(desk.journal.snapshots.get(SNAPSHOT)?.adopted).toMatchObject({
      version: "1.0",
      party: PARTY,
      partyName: "MT",
      adoptedOn: "2026-11-24",
      remark: "Met dank",
      contentHash: FACTS.snapshot?.contentHash,
      by: "actor-000001",
    });
    expect(desk.give("facilitator", "actor-000001", adopt())).toBe("exists");
    expect(desk.journal.versions).toHaveLength(1);
  });

  test("[J6] what is not there cannot be adopted, nor by a body that the plan does not have", () => {
    const desk = new JournalDesk();
    expect(desk.give("owner", "actor-000001", adopt())).toBe("not-found");
    desk.give("owner", "actor-000001", take());
    desk.facts = { ...FACTS, adopterName: null };
    expect(desk.give("owner", "actor-000001", adopt())).toBe("not-found");
  });
});
