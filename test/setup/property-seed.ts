import fc from "fast-check";

// One seed for the whole run, printed by test/run.ts, so that a failure can be repeated.
const seed = Number(process.env["PLANWAND_SEED"]);
if (Number.isSafeInteger(seed) && seed > 0) fc.configureGlobal({ seed });
