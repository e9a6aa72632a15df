import { ArrowLeft } from "lucide-react";
import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { focusField } from "../../ui/first-focus.ts";
import { TextField } from "../../ui/text-field.tsx";
import { Article } from "./article.tsx";
import { CONTENTS, type HelpGroup, type HelpName, helpNameOf } from "./contents.ts";
import styles from "./handbook.module.css";
import type { HandbookPage } from "./handbook-page.ts";
import { HelpLink } from "./help-link.tsx";
import { prepareHandbook, searchHandbook } from "./search-handbook.ts";
import { useHandbook } from "./use-handbook.ts";

/** A page that is not in the handbook itself. */
interface OwnPage {
  readonly name: string;
  readonly title: string;
  readonly content: ReactNode;
}

/**
 * The handbook: its contents, which can be searched, and beside it the page `name`; on a phone one of the two, the contents while
 * `name` is null.
 */
export function Handbook({
  name,
  own = null,
  onGo,
}: {
  readonly name: string | null;
  readonly own?: OwnPage | null;
  readonly onGo: (name: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { pages, isAway, again } = useHandbook();
  if (isAway)
    return (
      <>
        <p className={styles.status}>{t("help.away")}</p>
        <Button onClick={again}>{t("app.retry")}</Button>
      </>
    );
  if (pages === null) return <p className={styles.status}>{t("help.loading")}</p>;
  return <Pages pages={pages} name={name} own={own} onGo={onGo} />;
}

function Pages({
  pages,
  name,
  own,
  onGo,
}: {
  readonly pages: readonly HandbookPage[];
  readonly name: string | null;
  readonly own: OwnPage | null;
  readonly onGo: (name: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const titleRef = useRef<HTMLHeadingElement>(null);
  const shown = useRef(name);
  const isOwn = own !== null && own.name === name;
  const page = pages.find((one) => one.name === (helpNameOf(name) ?? "start"));
  useEffect(() => {
    // Whoever comes to another page reads on from its title.
    if (shown.current !== name) titleRef.current?.focus();
    shown.current = name;
  }, [name]);
  return (
    <div className={styles.handbook} data-testid="handbook" data-open={name !== null || undefined}>
      <Contents pages={pages} name={name} own={own} onGo={onGo} />
      <div className={styles.page}>
        <div className={styles.back}>
          <Button variant="ghost" onClick={() => onGo(null)}>
            <ArrowLeft aria-hidden />
            {t("help.contents.label")}
          </Button>
        </div>
        {isOwn ? (
          <>
            <h2 ref={titleRef} tabIndex={-1} className={styles.title}>
              {own.title}
            </h2>
            {own.content}
          </>
        ) : page === undefined ? null : (
          <Article page={page} titleRef={titleRef} onGo={onGo} />
        )}
      </div>
    </div>
  );
}

function Contents({
  pages,
  name,
  own,
  onGo,
}: {
  readonly pages: readonly HandbookPage[];
  readonly name: string | null;
  readonly own: OwnPage | null;
  readonly onGo: (name: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const prepared = useMemo(() => prepareHandbook(pages), [pages]);
  const found = useMemo(() => searchHandbook(prepared, asked), [prepared, asked]);
  const id = useId();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // The window was there before its pages were, and begins at the search as if they had been.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.matches("[role=dialog]"))
      focusField(activeElement, nav.current);
  }, []);
  const link = (to: string, title: string, sentence: string | null): ReactNode => (
    <li key={to}>
      <HelpLink name={to} isCurrent={to === name} className={styles.item} onGo={onGo}>
        {title}
        {sentence !== null && <span className={styles.sentence}>{sentence}</span>}
      </HelpLink>
    </li>
  );
  const titleOf = (to: HelpName): string => pages.find((page) => page.name === to)?.title ?? to;
  return (
    <nav ref={nav} className={styles.contents} aria-label={t("help.contents.label")}>
      <TextField
        type="search"
        label={t("help.search")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {asked !== "" && (
        <p className={styles.status} role="status">
          {t("help.found", { count: found.length })}
        </p>
      )}
      {asked === "" ? (
        (Object.keys(CONTENTS) as HelpGroup[]).map((group) => (
          <section key={group} aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} className={styles.group}>
              {group === "begin" || group === "more"
                ? t(`help.contents.${group}`)
                : t(`views.groups.${group}`)}
            </h3>
            <ul className={styles.items}>
              {CONTENTS[group].map((to) => link(to, titleOf(to), null))}
              {group === "more" && own !== null && link(own.name, own.title, null)}
            </ul>
          </section>
        ))
      ) : (
        <ul className={styles.items}>
          {found.map(({ page, sentence }) => link(page.name, page.title, sentence))}
        </ul>
      )}
    </nav>
  );
}
