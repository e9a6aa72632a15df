import { createServer, Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { FORMATS } from "../../builders/formats.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";

/** Ways to write one address in which something might go and look. */
function addressesAt(port: number): string[] {
  const host = `127.0.0.1:${String(port)}`;
  return [
    `http://${host}/a.png`,
    `http://localhost:${String(port)}/b`,
    `http://[::ffff:127.0.0.1]:${String(port)}/c`,
    `https://${host}/d`,
    `//${host}/e.typ`,
    `#image("http://${host}/f.png")`,
    `![](http://${host}/g.png)`,
    `<img src="http://${host}/h.png">`,
    `=IMAGE("http://${host}/i.png")`,
    `#import "http://${host}/j.typ": *`,
    `<!DOCTYPE x SYSTEM "http://${host}/k.dtd">`,
    `@import url(http://${host}/l.css)`,
  ];
}

test("[EXP5] no exporter opens a connection, whatever addresses stand in the plan", async () => {
  let visits = 0;
  const server = createServer((socket) => {
    visits++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("a port was asked for");
  const connect = vi.spyOn(Socket.prototype, "connect");
  try {
    const { plan } = reportSource();
    const addresses = addressesAt(at.port);
    const activities = plan.activities.map((activity, index) => {
      const link = addresses[index % addresses.length] ?? "";
      const runs = [{ text: link, link }];
      return {
        ...activity,
        title: link,
        what: link,
        rich: { what: [{ type: "paragraph" as const, runs }] },
        links: [{ id: `link-${String(index).padStart(8, "0")}`, title: link, url: link }],
      };
    });
    const hostile: Plan = { ...plan, title: addresses[5] ?? "", activities };
    // A part is enough for Word, whose pages take long to lay out.
    for (const format of FORMATS) {
      const bytes = await format.make({
        source: reportSource(hostile),
        options: optionsOf({ document: "products" }),
      });
      expect(bytes.length, format.id).toBeGreaterThan(100);
    }
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
  expect(visits).toBe(0);
  expect(connect).not.toHaveBeenCalled();
  connect.mockRestore();
});
