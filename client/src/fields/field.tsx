import type { Language } from "@planwand/shared/plan/schema.ts";
import type { Prompt } from "@planwand/shared/templates/prompts.ts";
import { CircleHelp } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { usePeopleAt } from "../sync/session.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Popover } from "../ui/popover.tsx";
import { useEntry } from "./entry-context.ts";
import styles from "./field.module.css";

/** A field of the panel: its name, who is in it, its guiding question under a "?", and whatever is given the name's id. */
export function Field({
  name,
  label,
  prompt,
  isEmpty = false,
  entry,
  aside,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly prompt?: Prompt;
  /** Nothing is written in it yet, so an example is offered. */
  readonly isEmpty?: boolean;
  /** Whose field it is, where several entries stand on one page. */
  readonly entry?: string;
  readonly aside?: ReactNode;
  readonly children: (labelId: string) => ReactNode;
}): ReactNode {
  const labelId = useId();
  return (
    <div className={styles.field} data-field={name} data-entry={entry} role="group" aria-labelledby={labelId}>
      <div className={styles.head}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        {prompt === undefined ? null : <Help label={label} prompt={prompt} isEmpty={isEmpty} />}
        <PeopleInField field={name} />
        {aside}
      </div>
      {children(labelId)}
    </div>
  );
}

function Help({
  label,
  prompt,
  isEmpty,
}: {
  readonly label: string;
  readonly prompt: Prompt;
  readonly isEmpty: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasExample = isEmpty && prompt.example !== undefined;
  const help = t("fields.help", { field: label });
  // What stands on the button begins its name, so that it can be called by it.
  const name = hasExample ? `${t("fields.showExample")}: ${help}` : help;
  return (
    <Popover
      label={name}
      trigger={
        <button type="button" className={styles.help} aria-label={name} title={name}>
          <CircleHelp size={15} aria-hidden="true" />
          {hasExample ? t("fields.showExample") : null}
        </button>
      }
    >
      <p>{prompt.help[language]}</p>
      {prompt.example === undefined ? null : (
        <p className={styles.example}>{t("fields.example", { example: prompt.example[language] })}</p>
      )}
    </Popover>
  );
}

/** Small faces of the others whose caret is in this field. */
function PeopleInField({ field }: { field: string }): ReactNode {
  const { t } = useTranslation();
  const { entryId } = useEntry();
  const people = usePeopleAt(entryId).filter((person) => person.field === field);
  return people.map((person) => (
    <span key={person.id} className={styles.person} title={t("fields.inField", { name: person.name })}>
      <Avatar name={person.name} color={person.color} size="small" />
      <span className="visually-hidden">{t("fields.inField", { name: person.name })}</span>
    </span>
  ));
}

/** The language of the page, for words that come with the plan's format. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "nl";
}
