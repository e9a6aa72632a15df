import { callEach } from "@planwand/shared/kernel/call-each.ts";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";

type Listener = (...args: readonly unknown[]) => void;

/**
 * A plan's document. An exception in one of its listeners is reported and stops nothing: in a plain Y.Doc one that is thrown by an
 * `update` listener leaves the document without any events until the page is loaded anew.
 */
export class PlanDoc extends Y.Doc {
  override emit(name: string, args: readonly unknown[]): void {
    emitToEach(this._observers, name, args);
  }
}

/** Who is here, likewise: an exception in one listener stops nothing. */
export class PlanAwareness extends Awareness {
  override emit(name: string, args: readonly unknown[]): void {
    emitToEach(this._observers, name, args);
  }
}

function emitToEach(
  observers: ReadonlyMap<unknown, Iterable<Listener>>,
  name: string,
  args: readonly unknown[],
): void {
  callEach(observers.get(name) ?? [], args, (error) => reportError(error));
}
