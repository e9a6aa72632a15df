import { LINK_NAME_MAX_LENGTH } from "@planwand/shared/access/limits.ts";
import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { Pencil } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { afterPress } from "../../ui/after-press.ts";
import { IconButton } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./sharing.module.css";
import type { Keys } from "./use-keys.ts";

/** What a link is called, written where it stands; `onRename` is null for who may not. */
export function KeyName({
  shareKey: { id, name },
  words,
  onRename,
}: {
  readonly shareKey: KeyResponse;
  /** The name, or what stands in its place. */
  readonly words: string;
  readonly onRename: Keys["rename"] | null;
}): ReactNode {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const isLeft = useRef(false);

  async function finish(written: string): Promise<void> {
    if (isLeft.current) return;
    isLeft.current = true;
    setNaming(false);
    if (written.trim() === name || onRename === null) return;
    if (!(await onRename(id, written.trim()))) showToast(t("sharing.failed"));
  }

  if (isNaming)
    return (
      <input
        className={styles.nameInput}
        aria-label={t("sharing.rename", { name: words })}
        defaultValue={name}
        maxLength={LINK_NAME_MAX_LENGTH}
        autoFocus
        data-own-escape
        onBlur={({ currentTarget }) => afterPress(() => void finish(currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key === "Enter") void finish(event.currentTarget.value);
          else if (event.key === "Escape") void finish(name);
        }}
      />
    );
  return (
    <div className={styles.keyName}>
      <p data-unnamed={name === "" || undefined}>
        <bdi>{words}</bdi>
      </p>
      {onRename !== null && (
        <IconButton
          size="small"
          label={t("sharing.rename", { name: words })}
          onClick={() => {
            isLeft.current = false;
            setNaming(true);
          }}
        >
          <Pencil aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
