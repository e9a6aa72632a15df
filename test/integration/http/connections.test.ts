import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { settingOf } from "@planwand/server/budgets/limits.ts";
import { createPlan, join, type RunningServer, startServer } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

async function connectTo(server: RunningServer, says = ""): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  open.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  if (says !== "") socket.write(says);
  // What the server says is taken in, or its end would never come.
  socket.resume();
  return socket;
}

const isClosed = (socket: Socket): Promise<void> => new Promise((done) => socket.once("close", () => done()));

const GET = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";

/** Whether a connection that asked for something was answered. */
function isAnswered(socket: Socket): Promise<boolean> {
  const answered = new Promise<boolean>((done) => socket.once("data", () => done(true)));
  return Promise.race([answered, isClosed(socket).then(() => false)]);
}

test("[OPS13] who connects and says nothing, or half of a request, is let go, and others are answered", async () => {
  const server = await startServer({ env: { [settingOf("header-seconds")]: "1" } });
  const silent = await Promise.all(Array.from({ length: 20 }, () => connectTo(server)));
  const half = await Promise.all(
    Array.from({ length: 20 }, () => connectTo(server, "GET /healthz HTTP/1.1\r\nHost: x\r\n")),
  );
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await Promise.all([...silent, ...half].map(isClosed));
  await server.stop();
});

test("[OPS13] one connection more than there may be is closed at once, and when one has gone the next is answered", async () => {
  const server = await startServer({ env: { [settingOf("connections")]: "8" } });
  // Those by which it was seen that the server runs may still be kept.
  const taken: Socket[] = [];
  for (let isTaken = true; isTaken;) {
    const socket = await connectTo(server, GET);
    isTaken = await isAnswered(socket);
    if (isTaken) taken.push(socket);
  }
  expect(taken.length).toBeLessThanOrEqual(8);
  taken.pop()?.destroy();
  await expect.poll(async () => isAnswered(await connectTo(server, GET))).toBe(true);
  await server.stop();
});

test("[R56] one address has so many pages open and no more; a page that is closed makes room for another", async () => {
  const server = await startServer({ env: { [settingOf("address-sockets")]: "3" } });
  const { plan, keys } = await createPlan(server.url, { template: "blank" });
  const comeIn = async (name: string): Promise<WireClient> => {
    const { cookie } = await join(server.url, keys.editor, name);
    return new WireClient({ url: server.url, planId: plan.id, cookie });
  };
  const three = await Promise.all(["Anja", "Bram", "Cor"].map(comeIn));
  for (const one of three) await one.until(() => one.synced);
  const fourth = await comeIn("Dirk");
  await fourth.until(() => fourth.closeCode !== null);
  expect(fourth.closeCode).toBe(1013);
  await three[0]?.close();
  await expect
    .poll(async () => {
      const again = await comeIn("Els");
      await again.until(() => again.synced || again.closeCode !== null);
      return again.closeCode;
    })
    .toBe(null);
  await server.stop();
});
