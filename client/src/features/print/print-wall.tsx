import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { usePrinting } from "../../ui/use-printing.ts";
import { PrintSheet } from "./print-sheet.tsx";

/**
 * The wall on paper: a table that is made when the browser is about to print and goes afterwards, since only the head of a real
 * table is repeated on every sheet. The rest of the page is left out by the style sheet.
 */
export function PrintWall(): ReactNode {
  const isPrinting = usePrinting();
  return isPrinting ? createPortal(<PrintSheet />, document.body) : null;
}
