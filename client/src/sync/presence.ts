import { CIRCLES, type Circle, ROLES, type Role } from "@planwand/shared/access/role.ts";
import type { Focus, OwnPresence } from "@planwand/shared/protocol/presence.ts";
import type { Awareness } from "y-protocols/awareness";
import type { Seat } from "./seat.ts";
import { createStore, type ReadableStore } from "./store.ts";
import { isRecord } from "./untrusted.ts";

/** Somebody who has this plan open. */
export interface PresencePerson {
  /** The actor's id: two tabs of one person are one person. */
  readonly id: string;
  readonly name: string;
  readonly circle: Circle | null;
  readonly color: string;
  readonly role: Role;
  readonly isSelf: boolean;
}

/** Somebody else who has an activity open; `field` is the field in which their caret is. */
export interface PersonAt extends PresencePerson {
  readonly field: string | null;
  readonly isTyping: boolean;
}

/** Who is here. References stay the same as long as what they hold does. */
export interface Presence {
  /** Everybody, oneself first, then by name. */
  readonly people: readonly PresencePerson[];
  /** The others who have this activity open. */
  atActivity(activityId: string): readonly PersonAt[];
  /** Where the other with this id is, as far as they tell. */
  placeOf(personId: string): Place | null;
  /** Who writes with this client id of the document, if they are here. */
  atClient(client: number): PresencePerson | null;
  /** The other who drags this activity, if any. */
  dragging(activityId: string): PresencePerson | null;
}

/** Where somebody is in a plan: what they look at, and the activity that they have open. */
export interface Place {
  /** `wall`, or a view by its name; null when it is not told. */
  readonly view: string | null;
  readonly activity: string | null;
}

const NOBODY: readonly PersonAt[] = [];

/** What this tab tells about itself, and what it knows of others. */
export interface PresenceHandle {
  readonly store: ReadableStore<Presence>;
  setFocus(focus: Focus | null): void;
  setDragging(activityId: string | null): void;
  setTyping(isTyping: boolean): void;
  /** `wall`, or a view by its name. */
  setView(view: string): void;
  close(): void;
}

/** Follows `awareness`. `seat` says who we are ourselves: the server never sends our own state back. */
export function followPresence(awareness: Awareness, seat: ReadableStore<Seat>): PresenceHandle {
  const me = (): PresencePerson => {
    const { actor, role } = seat.getSnapshot();
    return { ...actor, role, isSelf: true };
  };
  const store = createStore<Presence>(readPresence(awareness, me(), null));
  const onChange = (): void => store.set(readPresence(awareness, me(), store.getSnapshot()));
  // The text editor's caret reads its own name and colour from here; others get them from the server.
  const tellEditor = (): void => {
    const { name, color } = me();
    awareness.setLocalStateField("user", { name, color });
  };
  awareness.on("change", onChange);
  tellEditor();
  const stopFollowing = seat.subscribe(() => {
    tellEditor();
    onChange();
  });
  const set = <Key extends keyof OwnPresence>(key: Key, value: OwnPresence[Key]): void => {
    if (awareness.getLocalState()?.[key] !== value) awareness.setLocalStateField(key, value);
  };
  return {
    store,
    setFocus: (focus) => set("focus", focus),
    setDragging: (activityId) => set("dragging", activityId),
    setTyping: (isTyping) => set("typing", isTyping),
    setView: (view) => set("view", view),
    close() {
      stopFollowing();
      awareness.off("change", onChange);
    },
  };
}

function readPresence(awareness: Awareness, me: PresencePerson, before: Presence | null): Presence {
  const others = new Map<string, PresencePerson>();
  const at = new Map<string, PersonAt[]>();
  const drags = new Map<string, PresencePerson>();
  const places = new Map<string, Place>();
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const person = readPerson(state["user"]);
    if (person === null || person.id === me.id) continue;
    others.set(person.id, person);
    const focus = readFocus(state["focus"]);
    if (focus !== null) {
      addPersonAt(at, focus.activity, { ...person, field: focus.field, isTyping: state["typing"] === true });
    }
    // Of somebody with two pages open, the one on which they work.
    if (focus !== null || !places.has(person.id)) places.set(person.id, readPlace(state["view"], focus));
    const dragging: unknown = state["dragging"];
    if (typeof dragging === "string") drags.set(dragging, person);
  }
  const byName = [...others.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const atKept = new Map([...at].map(([id, there]) => [id, keep(before?.atActivity(id), there)]));
  const placesKept = new Map(
    [...places].map(([id, place]) => [id, keep(before?.placeOf(id) ?? undefined, place)]),
  );
  const dragsKept = new Map(
    [...drags].map(([id, who]) => [id, keep(before?.dragging(id) ?? undefined, who)]),
  );
  return {
    people: keep(before?.people, [me, ...byName]),
    atActivity: (id) => atKept.get(id) ?? NOBODY,
    placeOf: (id) => placesKept.get(id) ?? null,
    atClient: (client) => readPerson(awareness.getStates().get(client)?.["user"]),
    dragging: (id) => dragsKept.get(id) ?? null,
  };
}

function addPersonAt(at: Map<string, PersonAt[]>, activityId: string, person: PersonAt): void {
  const there = at.get(activityId) ?? [];
  const known = there.findIndex((other) => other.id === person.id);
  if (known === -1) there.push(person);
  else if (there[known]?.field === null) there[known] = person;
  there.sort((a, b) => (a.id < b.id ? -1 : 1));
  at.set(activityId, there);
}

/** `after`, or `before` when they say the same. */
function keep<Value>(before: Value | undefined, after: Value): Value {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function readPerson(user: unknown): PresencePerson | null {
  if (!isRecord(user)) return null;
  const { id, name, color } = user;
  const role = ROLES.find((known) => known === user["role"]);
  if (typeof id !== "string" || typeof name !== "string" || typeof color !== "string") return null;
  if (role === undefined || !/^#[0-9a-fA-F]{6}$/.test(color)) return null;
  const circle = CIRCLES.find((known) => known === user["circle"]) ?? null;
  return { id, name, circle, color, role, isSelf: false };
}

function readPlace(view: unknown, focus: Focus | null): Place {
  return { view: typeof view === "string" ? view : null, activity: focus?.activity ?? null };
}

function readFocus(focus: unknown): Focus | null {
  if (!isRecord(focus) || typeof focus["activity"] !== "string") return null;
  return {
    activity: focus["activity"],
    field: typeof focus["field"] === "string" ? focus["field"] : null,
  };
}
