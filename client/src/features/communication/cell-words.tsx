import type { CoverageCell } from "@planwand/shared/views/coverage.ts";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./cell-words.module.css";
import { KIND_ICONS } from "./kind-tag.tsx";
import { useCellWords } from "./use-coverage.ts";

/** How many signs of kinds fit in a cell. */
const SIGNS = 3;

/** What a cell says: how much the party hears, or that it hears nothing, with a sign where it works there all the same. */
export function CellWords({ cell }: { readonly cell: CoverageCell }): ReactNode {
  const wordsOf = useCellWords();
  return (
    <span
      className={styles.words}
      data-left-out={cell.isLeftOut || undefined}
      data-hears={cell.hears.length > 0 || undefined}
    >
      {cell.isLeftOut ? <CircleAlert size={14} aria-hidden="true" /> : null}
      <span>{wordsOf(cell)}</span>
      <span className={styles.signs} aria-hidden="true">
        {cell.hears.slice(0, SIGNS).map(({ id, kind }) => {
          const Icon = KIND_ICONS[kind];
          return <Icon key={id} size={13} />;
        })}
      </span>
    </span>
  );
}
