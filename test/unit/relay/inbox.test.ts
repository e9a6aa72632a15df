import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { now } from "../../builders/clock.ts";
import { Budgets } from "@planwand/server/budgets/budgets.ts";
import { DEFAULT_LIMITS, type LimitValues } from "@planwand/server/budgets/limits.ts";
import { Inbox } from "@planwand/server/relay/inbox.ts";
import { Turns } from "@planwand/server/relay/turns.ts";

const KIB = 1024;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A message of a number, and of so many bytes. */
interface Numbered {
  readonly number: number;
  readonly byteLength: number;
}

/** An event loop with what its connections may spend. */
function loop(limits: Partial<LimitValues> = {}) {
  const budgets = new Budgets({ ...DEFAULT_LIMITS, ...limits }, now);
  const turns = new Turns(budgets.meter("large-parts", "all"));
  const failures: unknown[] = [];

  function connection(person = "anja", costOf: (message: Numbered) => number | Promise<number> = () => 1) {
    const handled: number[] = [];
    const spending = {
      messages: budgets.meter("person-messages", person),
      bytes: budgets.meter("person-bytes", person),
      parts: budgets.meter("person-parts", person),
      disk: budgets.meter("person-disk", person),
    };
    const socket = { isPaused: false };
    const inbox = new Inbox<Numbered>({
      pause: () => void (socket.isPaused = true),
      resume: () => void (socket.isPaused = false),
      turns,
      spending,
      priceOf: ({ byteLength }) => byteLength,
      failed: (error) => void failures.push(error),
    });
    const handle = (message: Numbered) => {
      handled.push(message.number);
      return costOf(message);
    };
    let sent = 0;
    const send = (count = 1, byteLength = 8) => {
      for (let i = 0; i < count; i++) inbox.take({ number: sent++, byteLength });
    };
    return { inbox, handled, socket, send, handle, open: () => inbox.open(handle) };
  }
  return { budgets, failures, connection };
}

const oneTurn = () => vi.advanceTimersToNextTimer();
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("an inbox", () => {
  test("[R50] a message that comes alone is handled at once", () => {
    const anja = loop().connection();
    anja.open();
    anja.send();
    expect(anja.handled).toEqual([0]);
  });

  test("[R25][R50] what came before the plan was read is handled first, in its order", () => {
    const anja = loop().connection();
    anja.send(3);
    expect(anja.handled).toEqual([]);
    anja.open();
    anja.send(2);
    vi.runAllTimers();
    expect(anja.handled).toEqual(upTo(5));
  });

  test("[R25] while the plan is read no more comes in than a little", () => {
    const anja = loop().connection();
    anja.send(1, 60 * KIB);
    expect(anja.socket.isPaused).toBe(false);
    anja.send(1, 60 * KIB);
    expect(anja.socket.isPaused).toBe(true);
    anja.open();
    vi.runAllTimers();
    expect(anja.socket.isPaused).toBe(false);
    expect(anja.handled).toEqual([0, 1]);
  });

  test("[R50] a promise of the handler holds back the next message, and its price is paid", async () => {
    const promised = Promise.withResolvers<number>();
    const anja = loop({ "person-parts": 10 }).connection("anja", ({ number }) =>
      number === 0 ? promised.promise : 1,
    );
    anja.open();
    anja.send(3);
    vi.runAllTimers();
    expect(anja.handled).toEqual([0]);
    promised.resolve(300);
    await promised.promise;
    await Promise.resolve();
    expect(anja.socket.isPaused).toBe(true);
    vi.advanceTimersByTime(9_000);
    expect(anja.handled).toEqual([0]);
    vi.advanceTimersByTime(2_000);
    expect(anja.handled).toEqual([0, 1, 2]);
  });

  test("[R41] a handler that throws or breaks its promise is told of, and the next message is handled", async () => {
    const { connection, failures } = loop();
    const anja = connection("anja", ({ number }) => {
      if (number === 0) throw new Error("thrown");
      return number === 1 ? Promise.reject(new Error("broken")) : 0;
    });
    anja.open();
    anja.send(3);
    await vi.waitFor(() => expect(anja.handled).toEqual([0, 1, 2]));
    expect(failures).toEqual([new Error("thrown"), new Error("broken")]);
  });

  test.for([
    { what: "messages", limits: { "person-messages": 10 }, count: 1_000, bytes: 1, parts: 0 },
    { what: "bytes", limits: { "person-bytes": 1_000 }, count: 100, bytes: 1_000, parts: 0 },
    { what: "parts", limits: { "person-parts": 100 }, count: 100, bytes: 1, parts: 100 },
  ])(
    "[R50][R51] too many $what wait unread, and all are handled in their order",
    ({ limits, count, bytes, parts }) => {
      const anja = loop(limits).connection("anja", () => parts);
      anja.open();
      anja.send(count, bytes);
      vi.advanceTimersByTime(1_000);
      expect(anja.socket.isPaused).toBe(true);
      expect(anja.handled.length).toBeLessThan(count / 2);
      vi.advanceTimersByTime(120_000);
      expect(anja.handled).toEqual(upTo(count));
      expect(anja.socket.isPaused).toBe(false);
    },
  );

  test("[R51] the tabs of one person spend together, two people do not", () => {
    const { connection } = loop({ "person-messages": 10 });
    const [first, second, bram] = [connection("anja"), connection("anja"), connection("bram")];
    for (const tab of [first, second, bram]) tab.open();
    first.send(300);
    vi.advanceTimersByTime(100);
    second.send(2);
    bram.send(2);
    vi.advanceTimersByTime(100);
    expect(second.handled).toEqual([0]);
    expect(bram.handled).toEqual([0, 1]);
  });

  test("[R52] of one connection a turn takes a share, and then comes whoever else has something", () => {
    const { connection } = loop();
    const [flood, honest] = [connection("flood"), connection("honest")];
    for (const each of [flood, honest]) each.open();
    flood.send(1_000);
    const atOnce = flood.handled.length;
    expect(atOnce).toBeLessThan(150);
    honest.send();
    expect(honest.handled).toEqual([0]);
    oneTurn();
    expect(flood.handled.length).toBeGreaterThan(atOnce);
    expect(flood.handled.length).toBeLessThan(2 * 150);
  });

  test("[R52] all together a turn takes a bounded amount, whoever it is of, and nobody is forgotten", () => {
    const { connection } = loop();
    const crowd = Array.from({ length: 100 }, (_, index) => connection(`person ${String(index)}`));
    for (const each of crowd) {
      each.send(60);
      each.open();
    }
    const total = () => crowd.reduce((sum, { handled }) => sum + handled.length, 0);
    for (let before = total(); before < 6_000; before = total()) {
      oneTurn();
      expect(total() - before).toBeGreaterThan(0);
      expect(total() - before).toBeLessThan(1_000);
    }
    for (const { handled } of crowd) expect(handled).toEqual(upTo(60));
  });

  test("[R53] large messages come one a turn, at their own rate, and small ones of others pass them", () => {
    const { connection } = loop({ "large-parts": 1_000 });
    const heavy = ["first", "second", "third"].map((name) => connection(name, () => 3_000));
    const light = connection("light");
    for (const each of [...heavy, light]) each.open();
    for (const each of heavy) each.send(1, 200 * KIB);
    const taken = () => heavy.filter(({ handled }) => handled.length > 0).length;
    expect(taken()).toBe(0);
    oneTurn();
    expect(taken()).toBe(1);
    light.send(50);
    expect(light.handled).toHaveLength(50);
    oneTurn();
    expect(taken()).toBe(2);
    vi.advanceTimersByTime(1_000);
    expect(taken()).toBe(2);
    vi.advanceTimersByTime(2_000);
    expect(taken()).toBe(3);
  });

  test("[R54] what was sent before leaving is handled, at its pace, and then the end is told", () => {
    const anja = loop({ "person-messages": 10 }).connection();
    anja.open();
    anja.send(300);
    const left = vi.fn<() => void>();
    anja.inbox.finish(left);
    expect(left).not.toHaveBeenCalled();
    vi.advanceTimersByTime(30_000);
    expect(anja.handled).toEqual(upTo(300));
    expect(left).toHaveBeenCalledOnce();
  });

  test("[R54] of who is sent away nothing more is taken, and the socket is read so that it can close", () => {
    const anja = loop({ "person-messages": 10 }).connection();
    anja.open();
    anja.send(300);
    vi.advanceTimersByTime(100);
    const handled = anja.handled.length;
    expect(anja.socket.isPaused).toBe(true);
    anja.inbox.drop();
    expect(anja.socket.isPaused).toBe(false);
    anja.send(5);
    vi.advanceTimersByTime(60_000);
    expect(anja.handled).toHaveLength(handled);
    const left = vi.fn<() => void>();
    anja.inbox.finish(left);
    expect(left).toHaveBeenCalledOnce();
  });

  test("[R55] what needs no handling is paid for all the same", () => {
    const anja = loop({ "person-messages": 10 }).connection();
    anja.open();
    for (let i = 0; i < 300; i++) anja.inbox.pay(1, 0);
    anja.send();
    vi.advanceTimersByTime(5_000);
    expect(anja.handled).toEqual([]);
    expect(anja.socket.isPaused).toBe(true);
    vi.advanceTimersByTime(10_000);
    expect(anja.handled).toEqual([0]);
  });

  test("[R56] what goes to the disk is paid for by the day: with more than that, what is sent waits", () => {
    const anja = loop({ "person-disk": 86_400 }).connection();
    anja.open();
    anja.inbox.keep(86_400);
    anja.send();
    expect(anja.handled).toEqual([0]);
    anja.inbox.keep(10);
    anja.send();
    expect(anja.socket.isPaused).toBe(true);
    vi.advanceTimersByTime(9_000);
    expect(anja.handled).toEqual([0]);
    vi.advanceTimersByTime(2_000);
    expect(anja.handled).toEqual([0, 1]);
    expect(anja.socket.isPaused).toBe(false);
  });
});
