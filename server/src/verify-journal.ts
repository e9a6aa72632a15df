import { verifyChain } from "@planwand/shared/journal/chain.ts";
import { sha256 } from "./journal/hashing.ts";
import { readJournals } from "./storage/sqlite/read-journals.ts";

/*
 * Checks the journal of every plan in a data folder (the first argument, else DATA_DIR, else ./data). Writes nothing, and may run
 * beside the server. Ends with 0 when all is as it was written, and with 1 and a line for each fault when it is not.
 */
const directory = process.argv[2] ?? process.env["DATA_DIR"] ?? "data";
let plans = 0;
let events = 0;
let faults = 0;
try {
  for (const journal of readJournals(directory)) {
    plans++;
    events += journal.events.length;
    for (const { seq, fault } of verifyChain(journal.events, journal.head, sha256)) {
      faults++;
      console.log(`plan ${journal.planId}, gebeurtenis ${String(seq)}: ${fault}`);
    }
  }
} catch (error) {
  faults++;
  console.log(`Het logboek is niet te lezen: ${error instanceof Error ? error.message : String(error)}`);
}
console.log(
  faults === 0
    ? `${String(plans)} plannen, ${String(events)} gebeurtenissen: alles klopt.`
    : `${String(faults)} fouten gevonden. Zet een back-up terug en bewaar dit bestand voor onderzoek.`,
);
process.exitCode = faults === 0 ? 0 : 1;
