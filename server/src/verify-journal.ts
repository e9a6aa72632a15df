import { checkJournals } from "./check-journals.ts";

/*
 * Checks the journal of every plan in a data folder (the first argument that is no head, else DATA_DIR, else ./data), and whether the
 * chains go through the heads that are given as they were printed. Writes nothing, and may run beside the server. Ends with 0 when the
 * chains are sound, and with 1 and a line for each fault when they are not.
 */
const HEAD = /^\d+-[\da-f]+$/u;
const given = process.argv.slice(2);
const directory = given.find((argument) => !HEAD.test(argument)) ?? process.env["DATA_DIR"] ?? "data";
const { plans, events, notes, faults } = checkJournals(
  directory,
  given.filter((argument) => HEAD.test(argument)),
);
for (const line of [...notes, ...faults]) console.log(line);
console.log(
  faults.length === 0
    ? `${String(plans)} plannen, ${String(events)} gebeurtenissen: alle ketens kloppen.`
    : `${String(faults.length)} fouten gevonden. Zet een back-up terug en bewaar dit bestand voor onderzoek.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
