import { graphemes } from "@planwand/shared/kernel/grapheme.ts";
import { fragmentsOf, plainText } from "@planwand/shared/kernel/plain-text.ts";
import { type ReactNode } from "react";
import type { PaletteEntry } from "./entries.ts";
import styles from "./palette.module.css";

/** One thing that was found, with what was typed marked in its title. */
export function PaletteRow({
  id,
  entry: { icon: Icon, title, detail, keys, group },
  typed,
  isActive,
  onPoint,
  onPress,
}: {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly typed: string;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}): ReactNode {
  return (
    // The field above it keeps the focus and does what keys ask.
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.row}
      data-palette={group}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onPress}
    >
      <Icon size={16} aria-hidden />
      <span className={styles.title}>
        {marked(title, typed).map(({ text, isHit, at }) =>
          isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </span>
      {detail === "" ? null : <span className={styles.detail}>{detail}</span>}
      {keys === undefined ? null : <kbd className={styles.keys}>{keys}</kbd>}
    </button>
  );
}

interface Piece {
  text: string;
  readonly isHit: boolean;
  /** Where in the title it begins. */
  readonly at: number;
}

/** The title in pieces: those that were typed, and the rest. Only where folding keeps the letters in their places. */
function marked(title: string, typed: string): readonly Piece[] {
  const letters = graphemes(title);
  const folded = letters.map((letter) => plainText(letter) || " ").join("");
  if (folded.length !== letters.length) return [{ text: title, isHit: false, at: 0 }];
  const hits = letters.map(() => false);
  for (const fragment of fragmentsOf(typed)) {
    const at = folded.indexOf(fragment);
    if (at >= 0) hits.fill(true, at, at + fragment.length);
  }
  const pieces: Piece[] = [];
  hits.forEach((isHit, at) => {
    const last = pieces.at(-1);
    const letter = letters[at] ?? "";
    if (last?.isHit === isHit) last.text += letter;
    else pieces.push({ text: letter, isHit, at });
  });
  return pieces;
}
