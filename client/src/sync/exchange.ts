import { encodeSyncStep1 } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { Outgoing } from "./outgoing.ts";
import type { PlanAwareness, PlanDoc } from "./plan-doc.ts";
import type { Saving } from "./saving.ts";
import type { ServerLink } from "./server-link.ts";

/** The origin of what came from the server. */
export const FROM_SERVER = Symbol("from the server");

/** Keeps a document, and who is here, in step with the server over one socket after the other. */
export interface Exchange {
  opened(): void;
  closed(): void;
  asked(vector: Uint8Array): void;
  update(update: Uint8Array, isLast: boolean): void;
  awareness(update: Uint8Array): void;
  refused(code: Parameters<Outgoing["refused"]>[0]): void;
  confirmed(messages: number): void;
  /** The document changed by something else than the server. */
  edited(update: Uint8Array): void;
  /** Makes sure that all of ours was handed over. */
  check(): void;
  close(): void;
}

export function createExchange(
  doc: PlanDoc,
  awareness: PlanAwareness,
  link: Pick<ServerLink, "send" | "drop">,
  saving: Pick<Saving, "dispatch" | "now">,
): Exchange {
  const outgoing = new Outgoing(doc, {
    send: link.send,
    joined: () => saving.dispatch({ type: "joined" }),
    restarted: () => saving.dispatch({ type: "restarted" }),
    sent: (what) => saving.dispatch({ ...what, type: "sent" }),
    edits: () => saving.now().edits,
    stuck: link.drop,
  });

  function tellPresence(): void {
    if (awareness.getLocalState() === null) return;
    const message = encoding.createEncoder();
    encoding.writeVarUint(message, MESSAGE.awareness);
    encoding.writeVarUint8Array(message, encodeAwarenessUpdate(awareness, [awareness.clientID]));
    link.send(encoding.toUint8Array(message));
  }

  function onAwareness({ added, updated }: { added: number[]; updated: number[] }, origin: unknown): void {
    if (origin === FROM_SERVER) return;
    if ([...added, ...updated].includes(awareness.clientID)) tellPresence();
  }
  awareness.on("update", onAwareness);

  return {
    opened() {
      outgoing.opened();
      link.send(encodeSyncStep1(Y.encodeStateVector(doc)));
      tellPresence();
    },
    closed() {
      outgoing.closed();
      const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID);
      removeAwarenessStates(awareness, others, FROM_SERVER);
    },
    asked: (vector) => outgoing.asked(vector),
    update(update, isLast) {
      outgoing.heard(update);
      try {
        Y.applyUpdate(doc, update, FROM_SERVER);
      } catch (error) {
        // Somebody who looks at the document threw; it holds the update all the same.
        reportError(error);
      }
      if (isLast) outgoing.answered();
    },
    awareness: (update) => applyAwarenessUpdate(awareness, update, FROM_SERVER),
    refused: (code) => outgoing.refused(code),
    confirmed: (messages) => outgoing.confirmed(messages),
    edited: (update) => outgoing.edited(update),
    check: () => outgoing.check(),
    close() {
      outgoing.close();
      awareness.off("update", onAwareness);
    },
  };
}
