import { expect, test } from "vitest";
import { textOf } from "./tree.ts";

interface PackageFile {
  readonly packageManager?: string;
  readonly scripts: Readonly<Record<string, string>>;
}

const root = JSON.parse(textOf("package.json")) as PackageFile;
const lock = textOf("pnpm-lock.yaml");

test("[H18] the package manager is one version, by its hash", () => {
  expect(root.packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+\+sha512\.[\da-f]{128}$/);
});

test("[H18] every library is one version, from the registry, by its hash", () => {
  const packages = /^packages:\n(.*?)^snapshots:/msu.exec(lock)?.[1] ?? "";
  const entries = packages.split(/\n(?= {2}\S)/u).filter((entry) => entry.trim() !== "");
  expect(entries.length).toBeGreaterThan(100);
  const loose = entries.filter((entry) => !/resolution: \{integrity: sha512-[\w+/=]+/u.test(entry));
  expect(loose.map((entry) => entry.split("\n")[0])).toEqual([]);
});

test("[H18] what is shipped is listed by a command, as CycloneDX", () => {
  expect(root.scripts["sbom"]).toBe("pnpm sbom --prod --sbom-format cyclonedx --sbom-type application");
});
