import { IDEA_MAX_LENGTH } from "@planwand/shared/workshop/limits.ts";
import { Check, EyeOff, Loader, Pencil, X } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import styles from "./task.module.css";
import type { OwnIdeaState } from "./use-own-ideas.ts";
import { useTell } from "./use-workshop.ts";

const STATE_ICONS = { sending: Loader, hidden: EyeOff, shown: Check } as const;

/** One of one's own ideas; until it is shown it can be changed and taken back. */
export function OwnIdea({
  session,
  idea,
  place,
}: {
  readonly session: string;
  readonly idea: OwnIdeaState;
  readonly place: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session);
  const [draft, setDraft] = useState<string | null>(null);
  const Icon = STATE_ICONS[idea.state];
  function save(event: FormEvent): void {
    event.preventDefault();
    const text = draft?.trim() ?? "";
    if (text !== "" && text !== idea.text) tell({ type: "idea.edit", idea: idea.id, text });
    setDraft(null);
  }
  if (draft !== null)
    return (
      <li className={styles.own}>
        <form className={styles.editing} onSubmit={save}>
          <textarea
            className={styles.field}
            rows={3}
            aria-label={t("takingPart.ideas.editing")}
            maxLength={IDEA_MAX_LENGTH}
            value={draft}
            ref={(field) => {
              if (field !== null && document.activeElement !== field) field.focus();
            }}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setDraft(null);
            }}
          />
          <div className={styles.pair}>
            <Button onClick={() => setDraft(null)}>{t("takingPart.ideas.cancel")}</Button>
            <Button type="submit" variant="primary">
              {t("takingPart.ideas.save")}
            </Button>
          </div>
        </form>
      </li>
    );
  return (
    <li className={styles.own} data-testid="own-idea" data-state={idea.state}>
      <div className={styles.ownText}>
        <p>{idea.text}</p>
        <span className={styles.state}>
          <Icon size={14} aria-hidden />
          {place === null ? null : `${place} · `}
          {t(`takingPart.ideas.${idea.state}`)}
        </span>
      </div>
      {idea.state !== "shown" && (
        <div className={styles.ownTools}>
          <IconButton
            label={`${t("takingPart.ideas.edit")}: ${idea.text}`}
            onClick={() => setDraft(idea.text)}
          >
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            label={`${t("takingPart.ideas.withdraw")}: ${idea.text}`}
            onClick={() => tell({ type: "idea.withdraw", idea: idea.id })}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      )}
    </li>
  );
}
