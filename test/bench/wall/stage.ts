import { NO_LIMITS } from "../no-limits.ts";
import { join as joinPath } from "node:path";
import { ensureClientBuilt } from "@planwand/server/client-build.ts";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../builders/chromium.ts";
import { growPlan } from "../../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../../builders/server.ts";
import { useSession } from "../../builders/wall-page.ts";
import { WireClient } from "../../builders/wire-client.ts";

/** A plan with this many activities in its cells. */
export interface SizedPlan {
  readonly cards: number;
  readonly url: string;
  readonly created: CreatedPlan;
}

/** The real server with the built client, and a browser without a window. */
export interface Stage {
  readonly browser: Browser;
  readonly server: RunningServer;
  /** The example plan, its activities copied over all cells until there are `cards`. */
  plan(cards: number): Promise<SizedPlan>;
  /** A page in a browser that keeps nothing yet but the session of somebody who joined the plan before. */
  visitor(plan: SizedPlan): Promise<Page>;
  stop(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const root = joinPath(import.meta.dirname, "..", "..", "..");
  if (!ensureClientBuilt(root)) throw new Error("the client does not build");
  const server = await startServer({ env: NO_LIMITS });
  const browser = await launchChromium();
  return {
    browser,
    server,
    async plan(cards) {
      const created = await createPlan(server.url);
      const { id } = created.plan;
      const writer = await WireClient.join({ url: server.url, planId: id, cookie: created.cookie });
      growPlan(writer.doc, cards);
      await writer.saved();
      await writer.close();
      return { cards, url: `${server.url}/plan/${id}`, created };
    },
    async visitor({ created }) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: "nl-NL",
        timezoneId: "Europe/Amsterdam",
      });
      await useSession(context, server, created.cookie);
      // In compact every card is drawn, however many a cell has: the heaviest wall there is.
      await context.addInitScript(
        (key) => localStorage.setItem(key, "compact"),
        `planwand:density:${created.plan.id}`,
      );
      return context.newPage();
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}
