import type { NetworkInterfaceInfo } from "node:os";
import { lanAddresses } from "@planwand/server/ops/lan-addresses.ts";
import { expect, test } from "vitest";

const of = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: "255.255.255.0",
  family: "IPv4",
  mac: "00:00:00:00:00:00",
  internal,
  cidr: null,
});

const INTERFACES = {
  lo: [of("127.0.0.1", true)],
  docker0: [of("172.17.0.1")],
  eth0: [of("145.20.1.7"), of("169.254.3.4")],
  vpn0: [of("10.8.0.2")],
  wlan0: [of("192.168.1.20")],
};

test("[OPS7] a server that listens to the network tells others the address of the room first, and never one that leads nowhere", () => {
  expect(lanAddresses("0.0.0.0", 4455, INTERFACES)).toEqual([
    "http://192.168.1.20:4455",
    "http://10.8.0.2:4455",
    "http://145.20.1.7:4455",
    "http://172.17.0.1:4455",
  ]);
  expect(lanAddresses("::", 80, { wlan0: INTERFACES.wlan0 })).toEqual(["http://192.168.1.20:80"]);
  expect(lanAddresses("192.168.1.20", 4455, INTERFACES)).toEqual(["http://192.168.1.20:4455"]);
  for (const own of ["127.0.0.1", "localhost", "::1"])
    expect(lanAddresses(own, 4455, INTERFACES)).toEqual([]);
});
