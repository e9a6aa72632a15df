import { describe, expect, test } from "vitest";
import { CODE_ALPHABET } from "@planwand/shared/workshop/code.ts";
import { Budgets } from "@planwand/server/budgets/budgets.ts";
import { DEFAULT_LIMITS } from "@planwand/server/budgets/limits.ts";
import { createCodeSpace } from "@planwand/server/access/code-space.ts";
import { seeded, SEED } from "../../builders/run-length.ts";
import { type RunningServer, startServer } from "../../builders/server.ts";
import { Workshop } from "../../builders/workshop.ts";

const random = seeded(SEED);
const guess = (length = 6): string =>
  Array.from({ length }, () => CODE_ALPHABET.charAt(Math.floor(random() * CODE_ALPHABET.length))).join("");

async function attempt(server: RunningServer, code: string, from?: string): Promise<Response> {
  const ask = () =>
    fetch(`${server.url}/api/join`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(from === undefined ? {} : { "x-forwarded-for": from }),
      },
      body: JSON.stringify({ code, name: "Anja", circle: "ict" }),
    });
  // A connection that nobody used for a while is closed by the server, perhaps just now.
  return ask().catch(ask);
}

async function statusesOf(answers: readonly Promise<Response>[]): Promise<Set<number>> {
  return new Set((await Promise.all(answers)).map(({ status }) => status));
}

describe("guessing at the code of a workshop", () => {
  test("[WS15][A20] however much is guessed at an address, the right code works there, at once", async () => {
    // The code stays the same here: how it is renewed is told below.
    const server = await startServer({ env: { LIMIT_ALL_WRONG_CODES: "1" } });
    const room = await Workshop.open(server);
    const guesses = Array.from({ length: 990 }, () => attempt(server, guess()));
    expect((await attempt(server, room.code)).status).toBe(200);
    const answered = await statusesOf(guesses);
    expect([...answered].sort()).toEqual([404, 429]);
    expect((await attempt(server, room.code)).status).toBe(200);
    await server.stop();
  });

  test("[WS15][A21] after two hundred the workshop goes on under a longer code, which its screen shows at once", async () => {
    const server = await startServer();
    const room = await Workshop.open(server);
    const anja = await room.join("Anja");
    const first = room.code;
    // Made-up headers and an address of one /64 each make nobody somebody else.
    const froms = (at: number) => (at % 2 === 0 ? `10.1.${at % 256}.7` : `2001:db8:1:1::${at.toString(16)}`);
    await statusesOf(Array.from({ length: 260 }, (_, at) => attempt(server, guess(), froms(at))));
    await room.lead.until(() => room.code !== first);
    expect(room.code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{8}$`));
    await anja.until(() => anja.live.code === room.code);
    const late = await attempt(server, first);
    expect(late.status).toBe(404);
    expect(await late.json()).toMatchObject({ code: "unknown-code" });
    expect((await attempt(server, room.code)).status).toBe(200);
    // Who was in stays in; and a workshop that opens while somebody guesses has a long code from the start.
    expect(typeof (await anja.give({ type: "hand.raise", session: room.session }))).toBe("number");
    expect((await Workshop.open(server)).code).toHaveLength(8);
    expect(server.output()).toContain('"security":"code-renewed"');
    await server.stop();
  });

  test("[A22][A23] behind a trusted proxy each caller is counted, and a whole /64 as one", async () => {
    const env = {
      TRUSTED_PROXIES: "127.0.0.1",
      LIMIT_ADDRESS_WAITING_CODES: "1",
      LIMIT_ALL_WRONG_CODES: "1",
    };
    const server = await startServer({ env });
    const room = await Workshop.open(server);
    const burst = async (froms: readonly string[]) =>
      statusesOf(froms.map((from) => attempt(server, guess(), from)));
    const many = Array.from({ length: 40 }, (_, at) => at);
    expect(await burst(many.map((at) => `198.51.100.${String(at)}`))).toEqual(new Set([404]));
    expect(await burst(many.map((at) => `2001:db8:1:1::${at.toString(16)}`))).toEqual(new Set([404, 429]));
    expect((await attempt(server, room.code, "2001:db8:1:1::99")).status).toBe(200);
    await server.stop();
  });
});

describe("the space of codes", () => {
  const start = 1_795_000_000_000;
  const space = () => {
    let nowMs = start;
    const clock = () => nowMs;
    const codes = createCodeSpace(new Budgets(DEFAULT_LIMITS, clock), clock);
    const guessed = (length: number, times: number) =>
      Array.from({ length: times }, () => codes.wasWrong(guess(length))).indexOf(true);
    return { codes, guessed, pass: (ms: number) => void (nowMs += ms) };
  };

  test("[A21] the chance that a code is found is the same for each length: so much more may be guessed of longer ones", () => {
    const { codes, guessed } = space();
    expect(codes.length()).toBe(6);
    expect(guessed(6, 250)).toBe(200);
    expect(codes.length()).toBe(8);
    const more = CODE_ALPHABET.length ** 2;
    expect(guessed(8, 200 * more - 1)).toBe(-1);
    expect(guessed(8, 10)).toBeGreaterThanOrEqual(0);
    expect(codes.length()).toBe(10);
  });

  test("[A21] typing mistakes never add up to it, and when nobody guesses any more codes are short again", () => {
    const { codes, guessed, pass } = space();
    for (let hour = 0; hour < 24; hour++) {
      expect(guessed(6, 150)).toBe(-1);
      pass(3_600_000);
    }
    expect(guessed(6, 250)).toBeGreaterThan(0);
    expect(codes.length()).toBe(8);
    pass(3_600_001);
    expect(codes.length()).toBe(6);
  });

  test("[A20] a network from which many wrong codes came is answered later, by three seconds at most, and no other", () => {
    const { codes, pass } = space();
    const delays = Array.from({ length: 60 }, () => codes.delayMs("a"));
    expect(delays.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0));
    expect(delays[20]).toBe(3_000);
    expect(Math.max(...delays)).toBe(3_000);
    expect(codes.delayMs("b")).toBe(0);
    pass(600_000);
    expect(codes.delayMs("a")).toBe(0);
  });
});
