import { textDifference } from "@planwand/shared/diff/text-difference.ts";
import { type ReactNode, useMemo } from "react";
import styles from "./marked-text.module.css";

/** A text with what came and what went marked in it, by line as well as by colour. */
export function MarkedText({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const parts = useMemo(() => textDifference(from, to), [from, to]);
  return (
    <p className={styles.text}>
      {parts.map(({ kind, text }, at) => {
        const key = `${String(at)} ${kind}`;
        if (kind === "added") return <ins key={key}>{text}</ins>;
        return kind === "removed" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}
