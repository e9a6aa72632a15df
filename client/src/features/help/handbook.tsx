import { ArrowLeft } from "lucide-react";
import {
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { focusField } from "../../ui/first-focus.ts";
import { TextField } from "../../ui/text-field.tsx";
import { Article } from "./article.tsx";
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

/** Pages under a heading, by name. */
export interface ContentsGroup {
  readonly title: string;
  readonly names: readonly string[];
}

interface HandbookProps {
  /** The page that is read; on a phone null for the contents, elsewhere for the first page. */
  readonly name: string | null;
  readonly contents: readonly ContentsGroup[];
  readonly own?: OwnPage | null;
  readonly onGo: (name: string | null) => void;
}

interface PagesProps extends HandbookProps {
  readonly pages: readonly HandbookPage[];
}

/** The handbook: its contents, which can be searched, and a page beside it; on a phone one of the two. */
export function Handbook(props: HandbookProps): ReactNode {
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
  return <Pages {...props} pages={pages} />;
}

function Pages({ pages, name, contents, own = null, onGo }: PagesProps): ReactNode {
  const { t } = useTranslation();
  const nav = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(name);
  const ownPage = own?.name === name ? own : null;
  const first = contents[0]?.names[0];
  const page = pages.find((one) => one.name === name) ?? pages.find((one) => one.name === first);
  useEffect(() => {
    // Whoever comes to another page reads on from its title, and whoever comes back to the contents from there.
    if (shown.current !== name) (name === null ? nav : title).current?.focus();
    shown.current = name;
  }, [name]);
  return (
    <div className={styles.handbook} data-testid="handbook" data-open={name !== null || undefined}>
      <Contents navRef={nav} pages={pages} name={name} contents={contents} own={own} onGo={onGo} />
      <div className={styles.page}>
        <div className={styles.back}>
          <Button variant="ghost" onClick={() => onGo(null)}>
            <ArrowLeft aria-hidden />
            {t("help.contents.label")}
          </Button>
        </div>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {ownPage?.title ?? page?.title}
        </h2>
        {ownPage === null ? page !== undefined && <Article page={page} onGo={onGo} /> : ownPage.content}
      </div>
    </div>
  );
}

function Contents({
  navRef,
  pages,
  name,
  contents,
  own = null,
  onGo,
}: PagesProps & { readonly navRef: RefObject<HTMLElement | null> }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const prepared = useMemo(() => prepareHandbook(pages), [pages]);
  const found = useMemo(() => searchHandbook(prepared, asked), [prepared, asked]);
  const id = useId();
  useEffect(() => {
    // The window was there before its pages were, and begins at the search as if they had been.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.matches("[role=dialog]"))
      focusField(activeElement, navRef.current);
  }, [navRef]);
  const link = (to: string, title: string, sentence: string | null): ReactNode => (
    <li key={to}>
      <HelpLink name={to} isCurrent={to === name} className={styles.item} onGo={onGo}>
        {title}
        {sentence !== null && <span className={styles.sentence}>{sentence}</span>}
      </HelpLink>
    </li>
  );
  const titleOf = (to: string): string => pages.find((page) => page.name === to)?.title ?? to;
  return (
    <nav ref={navRef} tabIndex={-1} className={styles.contents} aria-label={t("help.contents.label")}>
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
        contents.map(({ title, names }, at) => (
          <section key={title} aria-labelledby={`${id}-${String(at)}`}>
            <h3 id={`${id}-${String(at)}`} className={styles.group}>
              {title}
            </h3>
            <ul className={styles.items}>
              {names.map((to) => link(to, titleOf(to), null))}
              {at === contents.length - 1 && own !== null && link(own.name, own.title, null)}
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
