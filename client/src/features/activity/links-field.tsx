import { safeLink } from "@planwand/shared/plan/link.ts";
import type { Link } from "@planwand/shared/plan/schema.ts";
import { ExternalLink, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addLink, linkAt, removeLink } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Field } from "../../fields/field.tsx";
import styles from "./links.module.css";
import { useEntry } from "../../fields/entry-context.ts";
import { useTellGone } from "../../fields/use-bin-words.ts";

/** Documents and pages that belong to an activity; they open in a tab of their own. */
export function LinksField({ activity }: { readonly activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = useEntry();
  if (!canWrite && activity.links.length === 0) return null;
  return (
    <Field name="links" label={t("activity.links.label")}>
      {(labelId) => (
        <>
          {activity.links.length > 0 && (
            <ul className={styles.links} aria-labelledby={labelId}>
              {activity.links.map((link) => (
                <LinkRow key={link.id} activity={activity.id} link={link} />
              ))}
            </ul>
          )}
          {canWrite && <NewLink activity={activity.id} />}
        </>
      )}
    </Field>
  );
}

function LinkRow({ activity, link }: { readonly activity: string; readonly link: Link }): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const { canWrite } = useEntry();
  const tellGone = useTellGone();
  const name = link.title || link.url;
  function onRemove(): void {
    removeLink(doc, activity, link.id, actor.id);
    tellGone({
      gone: [{ item: linkAt(activity, link.id) }],
      title: name,
      words: t("activity.links.removed", { name }),
    });
  }
  return (
    <li className={styles.link} data-entry={link.id}>
      <a href={link.url} target="_blank" rel="noopener noreferrer" className={styles.anchor} title={link.url}>
        <ExternalLink size={14} aria-hidden="true" />
        <span>{name}</span>
        <span className="visually-hidden">{t("activity.links.newTab")}</span>
      </a>
      {canWrite && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t("activity.links.remove", { name })}
          title={t("activity.links.remove", { name })}
          onClick={onRemove}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/** An address without a scheme is meant as a web address. */
function addressOf(typed: string): string | null {
  const text = typed.trim();
  return safeLink(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
}

function NewLink({ activity }: { readonly activity: string }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const [isOpen, setOpen] = useState(false);
  const [url, setUrl] = useState("");
  const [title, setTitle] = useState("");
  const [isWrong, setWrong] = useState(false);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    const address = addressOf(url);
    if (address === null || url.trim() === "") return setWrong(true);
    addLink(doc, activity, { title: title.trim(), url: address });
    setUrl("");
    setTitle("");
    setWrong(false);
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    setOpen(false);
  }

  if (!isOpen) {
    return (
      <Button variant="ghost" size="small" className={styles.add ?? ""} onClick={() => setOpen(true)}>
        {t("activity.links.add")}
      </Button>
    );
  }
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <TextField
        label={t("activity.links.url")}
        type="url"
        value={url}
        maxLength={2000}
        onKeyDown={onKeyDown}
        autoFocus
        error={isWrong ? t("activity.links.wrong") : undefined}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextField
        label={t("activity.links.title")}
        value={title}
        maxLength={200}
        onKeyDown={onKeyDown}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button size="small" onClick={() => setOpen(false)}>
          {t("activity.links.cancel")}
        </Button>
        <Button size="small" variant="primary" type="submit">
          {t("activity.links.confirm")}
        </Button>
      </div>
    </form>
  );
}
