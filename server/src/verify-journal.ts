import { checkJournals } from "./check-journals.ts";

/*
 * Checks the journal of every plan in a data folder (the first argument, else DATA_DIR, else ./data). Writes nothing, and may run
 * beside the server. Ends with 0 when all is as it was written, and with 1 and a line for each fault when it is not.
 */
const { plans, events, faults } = checkJournals(process.argv[2] ?? process.env["DATA_DIR"] ?? "data");
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0
    ? `${String(plans)} plannen, ${String(events)} gebeurtenissen: alles klopt.`
    : `${String(faults.length)} fouten gevonden. Zet een back-up terug en bewaar dit bestand voor onderzoek.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
