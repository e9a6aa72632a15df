import { checkPlans } from "./check-plans.ts";

/*
 * Looks into the document of every plan in a data folder (the first argument, else DATA_DIR, else ./data). Writes nothing, and may run
 * beside the server. Ends with 0 when nothing stands in them that the product would not have written, else with 1 and a line for each.
 */
const { plans, notes, faults } = checkPlans(process.argv[2] ?? process.env["DATA_DIR"] ?? "data");
for (const line of [...notes, ...faults]) console.log(line);
console.log(
  faults.length === 0
    ? `${String(plans)} plannen: alle in orde.`
    : `${String(faults.length)} fouten gevonden. Zet een back-up terug en bewaar dit bestand voor onderzoek.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
