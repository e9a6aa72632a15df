import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServerParts, serverParts } from "../../builders/app.ts";

const PAGE = `<!doctype html><title>Planwand</title>${"<p>".repeat(600)}`;
const SCRIPT = "console.log(1);".repeat(200);

let clientDir: string;
let parts: ServerParts;
beforeAll(() => {
  clientDir = mkdtempSync(join(tmpdir(), "planwand-client-"));
  mkdirSync(join(clientDir, "assets"));
  writeFileSync(join(clientDir, "index.html"), PAGE);
  writeFileSync(join(clientDir, "assets", "main-abc123.js"), SCRIPT);
  writeFileSync(join(clientDir, "assets", "main-abc123.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(clientDir, "favicon.svg"), "<svg/>");
  mkdirSync(join(clientDir, ".vite"));
  writeFileSync(join(clientDir, ".vite", "manifest.json"), "geheim");
  writeFileSync(join(clientDir, "..", "geheim.txt"), "geheim");
  parts = serverParts({ clientDir });
});
afterAll(async () => {
  await parts.close();
  rmSync(clientDir, { recursive: true, force: true });
  rmSync(join(clientDir, "..", "geheim.txt"), { force: true });
});

describe("pages", () => {
  test.each(["/", "/plan/abc", "/join", "/a/b/c?d=e", "/index.html"])(
    "[API6] %s is the page",
    async (path) => {
      const answer = await parts.request(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(await answer.text()).toBe(PAGE);
    },
  );

  test("[API10] a file with a hash is kept for ever, and the one that is not there is not found", async () => {
    const script = await parts.request("/assets/main-abc123.js");
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(script.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(await script.text()).toBe(SCRIPT);
    const old = await parts.request("/assets/main-old.js");
    expect(old.status).toBe(404);
    expect(old.headers.get("cache-control")).not.toContain("immutable");
    expect((await parts.request("/favicon.svg")).headers.get("cache-control")).toBe("no-cache");
  });

  test("[API10] both are compressed for who asks", async () => {
    const ask = async (path: string, encoding: string) => {
      const answer = await parts.request(path, { headers: { "accept-encoding": encoding } });
      return {
        encoding: answer.headers.get("content-encoding"),
        body: Buffer.from(await answer.arrayBuffer()),
      };
    };
    const page = await ask("/", "gzip");
    expect(page.encoding).toBe("gzip");
    expect(gunzipSync(page.body).toString()).toBe(PAGE);
    const script = await ask("/assets/main-abc123.js", "gzip, br");
    expect(script.encoding).toBe("br");
    expect(brotliDecompressSync(script.body).toString()).toBe(SCRIPT);
    expect((await ask("/", "identity")).body.toString()).toBe(PAGE);
  });

  test.each([
    "/../geheim.txt",
    "/..%2fgeheim.txt",
    "/%2e%2e/geheim.txt",
    "/assets/..%5c..%5cgeheim.txt",
    "/%00",
    "/%",
    "/.vite/manifest.json",
    "/%2evite/manifest.json",
    "//.vite/manifest.json",
    "/assets/../.vite/manifest.json",
  ])("[API10] %s leads nowhere outside, and not to what the build says of itself", async (path) => {
    expect(await (await parts.request(path)).text()).not.toContain("geheim");
  });

  test("[API9] the page's policy lets it load from and connect to its own host only, and nobody frame it", async () => {
    const answer = await parts.request("/", { headers: { host: "planwand.school.nl:8443" } });
    const policy = new Map(
      (answer.headers.get("content-security-policy") ?? "").split(";").map((directive) => {
        const [name = "", ...values] = directive.trim().split(" ");
        return [name, values];
      }),
    );
    expect(policy.get("default-src")).toEqual(["'self'"]);
    expect(policy.get("script-src")).toEqual(["'self'"]);
    expect(policy.get("style-src")).toEqual(["'self'"]);
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("connect-src")).toEqual([
      "'self'",
      "ws://planwand.school.nl:8443",
      "wss://planwand.school.nl:8443",
    ]);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
    for (const power of ["camera", "microphone", "geolocation", "usb", "payment"])
      expect(answer.headers.get("permissions-policy")).toContain(`${power}=()`);
  });

  test("[API9] a strange Host adds nothing to the policy", async () => {
    const answer = await parts.request("/", { headers: { host: "a; script-src *" } });
    expect(answer.headers.get("content-security-policy")).toContain("connect-src 'self' ;");
    expect(answer.headers.get("content-security-policy")).not.toContain("*");
  });

  test("[API6] without a built client, a page says what to do", async () => {
    const bare = serverParts();
    const answer = await bare.request("/");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("pnpm start");
    await bare.close();
  });
});
