import { expect, test } from "vitest";
import { createMayCreate } from "@planwand/server/access/creating.ts";

const KEY = "een-sleutel-van-de-beheerder";
const caller = (address: string, isForwardedInVain = false) => ({
  address,
  network: address,
  isHttps: false,
  isForwardedInVain,
});

test.each([
  ["127.0.0.1", null],
  ["::1", null],
  ["10.20.30.40", null],
  ["172.31.0.1", null],
  ["172.32.0.1", "creating-from-network"],
  ["192.168.1.9", null],
  ["fd12:3456::1", null],
  ["fe80::1", null],
  ["198.51.100.7", "creating-from-network"],
  ["2001:db8::1", "creating-from-network"],
  ["unknown", "creating-from-network"],
])("[A32] with CREATE_PLANS=network, a caller at %s: %s", (address, refusal) => {
  const mayCreate = createMayCreate({ creators: "network", createKey: null, knowsCallers: true });
  expect(mayCreate(caller(address), new Headers())).toBe(refusal);
});

test("[A32] with CREATE_PLANS=network nobody is taken for a neighbour who may be a stranger behind a proxy", () => {
  const options = { creators: "network", createKey: null } as const;
  const behind = createMayCreate({ ...options, knowsCallers: false });
  expect(behind(caller("127.0.0.1"), new Headers())).toBe("creating-from-network");
  const known = createMayCreate({ ...options, knowsCallers: true });
  expect(known(caller("127.0.0.1", true), new Headers())).toBe("creating-from-network");
});

test("[A32] with CREATE_PLANS=key whoever shows it may, and nobody else; otherwise everybody may", () => {
  const withKey = createMayCreate({ creators: "key", createKey: KEY, knowsCallers: true });
  const shown = (key: string) => withKey(caller("198.51.100.7"), new Headers({ "planwand-create-key": key }));
  expect(shown(KEY)).toBeNull();
  for (const wrong of ["", "x", `${KEY}x`, KEY.slice(1)]) expect(shown(wrong)).toBe("creating-with-key");
  expect(withKey(caller("127.0.0.1"), new Headers())).toBe("creating-with-key");
  const open = createMayCreate({ creators: "anyone", createKey: null, knowsCallers: false });
  expect(open(caller("198.51.100.7"), new Headers())).toBeNull();
});
