import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type RunningServer, createPlan, join, startServer } from "../../builders/server.ts";
import { PATIENCE_MS } from "../../setup/patience.ts";

let server: RunningServer;
const providers: WebsocketProvider[] = [];

beforeAll(async () => void (server = await startServer()));
afterAll(async () => {
  for (const provider of providers) provider.destroy();
  await server.stop();
});

/** A provider from npm as it comes, with the session cookie and nothing else. */
function stockProvider(planId: string, cookie: string, doc = new Y.Doc()): WebsocketProvider {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } });
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace("http", "ws")}/sync`, planId, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  providers.push(provider);
  return provider;
}

function synced(provider: WebsocketProvider): Promise<void> {
  return vi.waitFor(() => expect(provider.synced).toBe(true), { timeout: PATIENCE_MS });
}

describe("a stock y-websocket provider", () => {
  test("[W1] synchronises, edits, and sees the edits and the presence of others", async () => {
    const plan = await createPlan(server.url, { template: "example" });
    const other = await join(server.url, plan.keys.editor, "Bram");
    const anja = stockProvider(plan.plan.id, plan.cookie);
    const bram = stockProvider(plan.plan.id, other.cookie);
    await Promise.all([synced(anja), synced(bram)]);
    expect(anja.doc.getMap("activities").size).toBe(39);
    expect(bram.doc.getMap("activities").size).toBe(39);

    const [id] = [...anja.doc.getMap("activities").keys()] as [string];
    const status = (provider: WebsocketProvider) =>
      (provider.doc.getMap("activities").get(id) as Y.Map<unknown>).get("status");
    (anja.doc.getMap("activities").get(id) as Y.Map<unknown>).set("status", "blocked");
    await vi.waitFor(() => expect(status(bram)).toBe("blocked"), { timeout: PATIENCE_MS });
    (bram.doc.getMap("activities").get(id) as Y.Map<unknown>).set("status", "done");
    await vi.waitFor(() => expect(status(anja)).toBe("done"), { timeout: PATIENCE_MS });

    bram.awareness.setLocalState({ user: { name: "Vals" }, typing: true });
    await vi.waitFor(
      () =>
        expect(anja.awareness.getStates().get(bram.doc.clientID)).toMatchObject({
          typing: true,
          user: { name: "Bram", role: "editor" },
        }),
      { timeout: PATIENCE_MS },
    );
  });

  test("[W2] never sees an extension message, and is told of a refusal in its own protocol", async () => {
    const plan = await createPlan(server.url, { template: "blank" });
    const viewer = await join(server.url, plan.keys.viewer, "Rita");
    const denied = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const failed = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const provider = stockProvider(plan.plan.id, viewer.cookie);
    await synced(provider);
    provider.doc.getMap("activities").set("hallo-hallo", "van een meelezer");
    await vi.waitFor(() => expect(denied.mock.calls.flat().join(" ")).toContain("read-only"), {
      timeout: PATIENCE_MS,
    });
    expect(failed).not.toHaveBeenCalled();
    denied.mockRestore();
    failed.mockRestore();

    const fresh = stockProvider(plan.plan.id, plan.cookie);
    await synced(fresh);
    expect(fresh.doc.getMap("activities").size).toBe(0);
  });

  test("[R20] comes back by itself after the server was killed, with what it wrote meanwhile", async () => {
    const own = await startServer();
    const plan = await createPlan(own.url, { template: "blank" });
    class WithCookie extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { cookie: plan.cookie } });
      }
    }
    const provider = new WebsocketProvider(
      `${own.url.replace("http", "ws")}/sync`,
      plan.plan.id,
      new Y.Doc(),
      {
        WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      },
    );
    providers.push(provider);
    await synced(provider);
    await own.kill();
    await vi.waitFor(() => expect(provider.wsconnected).toBe(false), { timeout: PATIENCE_MS });
    provider.doc.getMap("cells").set("offline-0001", 1);
    await own.restart();
    const fresh = new Y.Doc();
    const second = new WebsocketProvider(`${own.url.replace("http", "ws")}/sync`, plan.plan.id, fresh, {
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
    providers.push(second);
    await vi.waitFor(() => expect(fresh.getMap("cells").get("offline-0001")).toBe(1), {
      timeout: PATIENCE_MS,
    });
    provider.destroy();
    second.destroy();
    await own.stop();
  });
});
