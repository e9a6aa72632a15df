import { describe, expect, test } from "vitest";
import { createCallerOf, NO_PROXIES, readTrustedProxies } from "@planwand/server/access/address.ts";

function callerWith(
  setting: string | null,
  remote: string | undefined,
  headers: Record<string, string> = {},
) {
  const trusted = setting === null ? NO_PROXIES : readTrustedProxies(setting);
  if (trusted === null) throw new Error("not read");
  return createCallerOf(trusted)(remote, new Headers(headers));
}

const said = (list: string, proto?: string) => ({
  "x-forwarded-for": list,
  ...(proto === undefined ? {} : { "x-forwarded-proto": proto }),
});

describe("without TRUSTED_PROXIES", () => {
  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "203.0.113.9"])(
    "[A22] what %s says of others is passed over",
    (remote) => {
      const caller = callerWith(null, remote, said("198.51.100.7", "https"));
      expect(caller.address).toBe(remote.replace("::ffff:", ""));
      expect(caller).toMatchObject({ isHttps: false, isForwardedInVain: true });
      expect(callerWith(null, remote).isForwardedInVain).toBe(false);
    },
  );
});

describe("behind proxies", () => {
  test.each([
    // One proxy on this machine.
    ["127.0.0.1", "127.0.0.1", "198.51.100.7", "198.51.100.7"],
    // What the browser itself wrote stands before what the proxy saw.
    ["127.0.0.1", "127.0.0.1", "1.1.1.1, 2.2.2.2, 198.51.100.7", "198.51.100.7"],
    ["127.0.0.1,10.0.0.0/8", "127.0.0.1", "1.1.1.1, 198.51.100.7, 10.3.2.1", "198.51.100.7"],
    ["127.0.0.1,10.0.0.0/8", "127.0.0.1", "10.0.0.9, 10.3.2.1", "10.0.0.9"],
    ["2001:db8:5::/48", "2001:db8:5::1", "2001:db8:9::1", "2001:db8:9::1"],
    ["127.0.0.1", "::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"],
    // Who is not in the list says nothing.
    ["10.0.0.0/8", "203.0.113.9", "198.51.100.7", "203.0.113.9"],
    // A number of proxies, wherever they are.
    ["1", "203.0.113.9", "1.1.1.1, 198.51.100.7", "198.51.100.7"],
    ["2", "203.0.113.9", "1.1.1.1, 198.51.100.7, 203.0.113.8", "198.51.100.7"],
    // What is no address is nobody's.
    ["1", "203.0.113.9", "onzin", "203.0.113.9"],
    ["127.0.0.1", "127.0.0.1", "", "127.0.0.1"],
    ["127.0.0.1", "127.0.0.1", "198.51.100.7, unknown", "127.0.0.1"],
    // Some proxies write the port too.
    ["1", "203.0.113.9", "198.51.100.7:51234", "198.51.100.7"],
    ["1", "203.0.113.9", "[2001:db8::7]:51234", "2001:db8::7"],
    ["1", "203.0.113.9", "2001:DB8:0:0::7", "2001:db8::7"],
  ])("[A22] TRUSTED_PROXIES=%s, from %s, forwarded for %s: %s", (setting, remote, forwarded, address) => {
    expect(callerWith(setting, remote, said(forwarded)).address).toBe(address);
  });

  test("[A22] the scheme is the one that the nearest proxy saw, and nobody else's word", () => {
    expect(callerWith("127.0.0.1", "127.0.0.1", said("198.51.100.7", "https")).isHttps).toBe(true);
    expect(callerWith("127.0.0.1", "127.0.0.1", said("198.51.100.7", "https, http")).isHttps).toBe(false);
    expect(callerWith("127.0.0.1", "10.0.0.1", said("198.51.100.7", "https")).isHttps).toBe(false);
  });
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::ffff:cb00:7109", "203.0.113.9"],
  ["2001:db8:1:1::1", "2001:db8:1:1::/64"],
  ["2001:db8:1:1:ffff:ffff:ffff:ffff", "2001:db8:1:1::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  [undefined, "unknown"],
])("[A23] %s is counted as %s", (remote, network) => {
  expect(callerWith(null, remote).network).toBe(network);
});

test.each([
  "0",
  "10",
  "-1",
  "localhost",
  "10.0.0.0/33",
  "::/129",
  "10.0.0.0/8/8",
  "10.0.0.0/",
  "*",
  "10.0.0.1,,",
])("[A22] TRUSTED_PROXIES=%s is a mistake", (setting) => expect(readTrustedProxies(setting)).toBeNull());
