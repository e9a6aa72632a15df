import { CIRCLES } from "../access/role.ts";
import { isId } from "../kernel/id.ts";
import { mapIn, type Readable } from "./entry.ts";
import { isFlow } from "./read-activity.ts";
import {
  liveByRank,
  readChoice,
  readDate,
  readFlag,
  readInteger,
  readRef,
  readRichFields,
  readSet,
  readString,
  readText,
} from "./read-field.ts";
import {
  type Blackout,
  type Communication,
  COMMUNICATION_KINDS,
  type Decision,
  DECISION_STATUSES,
  type DecisionOption,
  type Domain,
  type EmptyCell,
  type Goal,
  type ParkingItem,
  type Party,
  PARTY_KINDS,
  type Phase,
  type Waiver,
} from "./schema.ts";

/** The number of colours that domains can have. */
export const DOMAIN_COLORS = 8;

/** Each reads one entry from its map, total and by itself: references are those written, whether or not they lead anywhere. */
export function readGoal(id: string, entry: Readable): Goal {
  return {
    id,
    title: readText(entry, "title"),
    measure: readText(entry, "measure"),
    baseline: readText(entry, "baseline"),
    target: readText(entry, "target"),
    actual: readText(entry, "actual"),
  };
}

export function readPhase(id: string, entry: Readable): Phase {
  return {
    id,
    name: readText(entry, "name"),
    goal: readText(entry, "goal"),
    start: readDate(entry, "start"),
    end: readDate(entry, "end"),
  };
}

export function readDomain(id: string, entry: Readable): Domain {
  return {
    id,
    name: readText(entry, "name"),
    color: readInteger(entry, "color", { min: 0, max: DOMAIN_COLORS - 1, otherwise: 0 }),
    ...readRichFields(entry, ["impact"]),
  };
}

export function readParty(id: string, entry: Readable): Party {
  return {
    id,
    name: readText(entry, "name"),
    kind: readChoice(entry, "kind", PARTY_KINDS, "team"),
    circle: readChoice(entry, "circle", CIRCLES, "onderwijs"),
  };
}

export function readDecision(id: string, entry: Readable): Decision {
  return {
    id,
    activity: readRef(entry, "activity"),
    question: readText(entry, "question"),
    options: readOptions(entry),
    decider: readRef(entry, "decider"),
    advisers: readSet(entry, "advisers", isId),
    neededBy: readDate(entry, "neededBy"),
    status: readChoice(entry, "status", DECISION_STATUSES, "open"),
    ...readRichFields(entry, ["context", "outcome", "rationale"]),
    decidedOn: readDate(entry, "decidedOn"),
    assessment: readFlag(entry, "assessment"),
    flows: readSet(entry, "flows", isFlow),
    replaces: readRef(entry, "replaces"),
  };
}

function readOptions(entry: Readable): DecisionOption[] {
  return liveByRank(mapIn(entry, "options")).map(({ id, entry: option }) => ({
    id,
    title: readText(option, "title"),
    pros: readText(option, "pros"),
    cons: readText(option, "cons"),
  }));
}

export function readCommunication(id: string, entry: Readable): Communication {
  return {
    id,
    kind: readChoice(entry, "kind", COMMUNICATION_KINDS, "inform"),
    phase: readRef(entry, "phase"),
    activity: readRef(entry, "activity"),
    audience: readSet(entry, "audience", isId),
    channel: readText(entry, "channel"),
    date: readDate(entry, "date"),
    sender: readRef(entry, "sender"),
    message: readText(entry, "message"),
    done: readFlag(entry, "done"),
  };
}

export function readParkingItem(id: string, entry: Readable): ParkingItem {
  return { id, text: readText(entry, "text") };
}

export function readBlackout(id: string, entry: Readable): Blackout {
  return {
    id,
    name: readText(entry, "name"),
    start: readDate(entry, "start"),
    end: readDate(entry, "end"),
  };
}

export function readEmptyCell(id: string, entry: Readable): EmptyCell {
  return {
    id,
    phase: readString(entry, "phase"),
    domain: readString(entry, "domain"),
    emptyReason: readText(entry, "emptyReason"),
  };
}

export function readWaiver(id: string, entry: Readable): Waiver {
  return {
    id,
    check: readString(entry, "check"),
    subject: readString(entry, "subject"),
    reason: readText(entry, "reason"),
  };
}
