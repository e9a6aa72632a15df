import { Search } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FILTER_OPENED } from "../../plan/filter-address.ts";
import styles from "./filter.module.css";

/** After how long without a key what was typed is looked for, in milliseconds. */
const REST_MS = 150;

/** The words to look for in titles; they are in the address as soon as the typing rests. */
export function SearchBox({
  text,
  onType,
  onBackspace,
}: {
  readonly text: string;
  readonly onType: (text: string) => void;
  /** Backspace in the empty field: takes away what was asked last. */
  readonly onBackspace: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (history.state === FILTER_OPENED) field.current?.focus();
  }, []);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      onType(draft);
      setDraft(null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, onType]);
  const value = draft ?? text;
  return (
    <span className={styles.searchBox}>
      <Search size={15} aria-hidden />
      <input
        ref={field}
        type="search"
        className={styles.search}
        aria-label={t("filter.text")}
        placeholder={t("filter.text")}
        value={value}
        maxLength={120}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Backspace" || value !== "") return;
          event.preventDefault();
          onBackspace();
        }}
      />
    </span>
  );
}
