import { COMMENT_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import type { Mention } from "@planwand/shared/journal/events.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { Button } from "../../ui/button.tsx";
import { keep, kept } from "../../ui/kept.ts";
import styles from "./discussion.module.css";
import { mentionQuery, mentionsIn, type Mentionable, suggestions, useMentionables } from "./mentionable.ts";

/**
 * Where a comment is written. What is typed stays on this device until it is posted, also over a reload; "@" offers who can be
 * called upon. Control and Enter posts; Escape closes it, and what is written stays for the next time.
 */
export function Composer({
  draftKey,
  label,
  initial = "",
  postLabel,
  isAutoFocused = false,
  onPost,
  onCancel,
}: {
  readonly draftKey: string;
  readonly label: string;
  /** What it starts with when nothing is kept. */
  readonly initial?: string;
  readonly postLabel: string;
  readonly isAutoFocused?: boolean;
  readonly onPost: (text: string, mentions: Mention[]) => void;
  readonly onCancel?: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(() => kept(draftKey) ?? initial);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const everybody = useMentionables();
  const query = caret === null ? null : mentionQuery(text, caret);
  const offered = query === null ? [] : suggestions(everybody, query);
  const chosen = Math.min(active, offered.length - 1);
  const prompt = PROMPTS.comment.text.help[languageOf(i18n.language)];

  useEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.style.height = "auto";
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [text]);
  useEffect(() => {
    if (isAutoFocused) field.current?.focus();
  }, [isAutoFocused]);

  function change(value: string): void {
    setText(value);
    keep(draftKey, value === "" ? null : value);
  }

  function post(): void {
    const said = text.trim();
    if (said === "") return;
    onPost(said, mentionsIn(said, everybody));
    change("");
    keep(draftKey, null);
  }

  function insert({ name }: Mentionable): void {
    if (caret === null || query === null) return;
    const start = caret - query.length;
    change(`${text.slice(0, start)}${name} ${text.slice(caret)}`);
    setCaret(null);
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (offered.length > 0 && onListKey(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      post();
    }
    if (event.key === "Escape" && onCancel !== undefined) {
      event.preventDefault();
      onCancel();
    }
  }

  function onListKey(event: KeyboardEvent): boolean {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const picked = offered[chosen];
    if (step !== 0) setActive((chosen + step + offered.length) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") {
      if (picked !== undefined) insert(picked);
    } else if (event.key === "Escape") setCaret(null);
    else return false;
    event.preventDefault();
    return true;
  }

  const follow = (): void => {
    setCaret(field.current?.selectionEnd ?? null);
    setActive(0);
  };
  return (
    <div className={styles.composer}>
      <textarea
        ref={field}
        className={styles.input}
        rows={2}
        value={text}
        maxLength={COMMENT_MAX_LENGTH}
        aria-label={label}
        placeholder={prompt}
        aria-haspopup="listbox"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${listId}-${String(chosen)}` : undefined}
        onChange={(event) => {
          change(event.currentTarget.value);
          follow();
        }}
        onClick={follow}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t("discussion.mention")}
        className={styles.offers}
        hidden={offered.length === 0}
      >
        {offered.map((one, at) => (
          <div
            key={`${one.kind} ${one.id}`}
            id={`${listId}-${String(at)}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className={styles.offer}
            onMouseDown={(event) => {
              event.preventDefault();
              insert(one);
            }}
          >
            {one.name}
          </div>
        ))}
      </div>
      {text.trim() === "" && onCancel === undefined ? null : (
        <div className={styles.actions}>
          <Button variant="primary" size="small" disabled={text.trim() === ""} onClick={post}>
            {postLabel}
          </Button>
          {onCancel === undefined ? null : (
            <Button
              variant="ghost"
              size="small"
              onClick={() => {
                keep(draftKey, null);
                onCancel();
              }}
            >
              {t("discussion.cancel")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
