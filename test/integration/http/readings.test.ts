import { EventEmitter } from "node:events";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "@planwand/server/budgets/limits.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";

let parts: ServerParts;
beforeAll(() => void (parts = serverParts()));
afterAll(() => parts.close());

interface Member {
  readonly planId: string;
  readonly cookie: string;
}

const cookieOf = (response: Response): string => response.headers.getSetCookie().at(0)?.split(";")[0] ?? "";

function post(path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return parts.request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The owner of a new plan, and somebody else in it. */
async function twoMembers(): Promise<readonly [Member, Member]> {
  const made = await post("/api/plans", {
    title: "Ons plan",
    template: "example",
    name: "Anja",
    circle: "ict",
  });
  const { plan, keys } = (await made.json()) as { plan: { id: string }; keys: { viewer: string } };
  const joined = await post("/api/join", { key: keys.viewer, name: "Bram", circle: "ict" });
  return [
    { planId: plan.id, cookie: cookieOf(made) },
    { planId: plan.id, cookie: cookieOf(joined) },
  ];
}

const MOST = LIMITS["person-readings"].value;

for (const path of ["", "/plan", "/history", "/changes", "/trend", "/journal"]) {
  test(`[API18] who leaves answers of ${path || "the plan"} unread waits for the next, and nobody else does`, async () => {
    const [owner, viewer] = await twoMembers();
    const read = ({ planId, cookie }: Member, outgoing?: EventEmitter) =>
      parts.request(`/api/plans/${planId}${path}`, { headers: { cookie } }, outgoing);
    const unread = Array.from({ length: MOST }, () => new EventEmitter());
    for (const outgoing of unread) expect((await read(viewer, outgoing)).status).toBe(200);
    let isAnswered = false;
    const next = read(viewer).then((response) => {
      isAnswered = true;
      return response.status;
    });
    for (let asked = 0; asked < 3; asked++) expect((await read(owner)).status).toBe(200);
    expect(isAnswered).toBe(false);
    unread[0]?.emit("close");
    expect(await next).toBe(200);
    for (const outgoing of unread) outgoing.emit("close");
  });
}

test("[API18] who went away while waiting holds nothing", async () => {
  const [owner] = await twoMembers();
  for (let asked = 0; asked < 2 * MOST; asked++) {
    const gone = Object.assign(new EventEmitter(), { closed: true });
    await parts.request(`/api/plans/${owner.planId}/plan`, { headers: { cookie: owner.cookie } }, gone);
  }
});

test("[API3] the value is the same compressed and plain", async () => {
  const [owner] = await twoMembers();
  const read = async (encoding: string) =>
    parts.request(`/api/plans/${owner.planId}/plan`, {
      headers: { cookie: owner.cookie, "accept-encoding": encoding },
    });
  const [plain, compressed] = [await read("identity"), await read("br, gzip")];
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(compressed.headers.get("content-encoding")).toBe("gzip");
  const bytes = Buffer.from(await compressed.arrayBuffer());
  expect(gunzipSync(bytes).equals(Buffer.from(await plain.arrayBuffer()))).toBe(true);
  expect(compressed.headers.get("etag")).toBe(`W/${plain.headers.get("etag")}`);
});
