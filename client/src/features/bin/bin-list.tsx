import { findIn } from "@planwand/shared/views/search.ts";
import { Check, Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import styles from "./bin.module.css";
import { BIN_KINDS, type BinKind, KIND_ICONS } from "./kinds.ts";

/** With fewer there is nothing to look for. */
const MANY = 7;
/** As many as are drawn at first. */
const SHOWN = 50;

/** A thing that is gone, in words. */
export interface Listed {
  readonly key: string;
  readonly kind: BinKind;
  readonly title: string;
  readonly where: string;
  /** By whom and when, or what became of it. */
  readonly story: string;
  /** It is in the plan again. */
  readonly isBack: boolean;
  /** The way to where it stands again, if there is one. */
  readonly onShow: (() => void) | null;
}

/** Things that are gone, to look through; `action` is what can be done with one. */
export function BinList({
  items,
  action,
}: {
  readonly items: readonly Listed[];
  readonly action: (key: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState<BinKind | null>(null);
  const found = findIn(
    items.filter((item) => kind === null || item.kind === kind),
    (item) => [item.title, item.where, item.story, t(`bin.kind.${item.kind}`)].join(" "),
    search,
  );
  const first = useFirstOf(found, SHOWN);
  const isMany = items.length >= MANY || search !== "" || kind !== null;
  return (
    <section className={styles.frame}>
      {isMany ? (
        <Tools items={items} search={search} onSearch={setSearch} kind={kind} onKind={setKind} />
      ) : null}
      {found.length === 0 ? (
        <div className={styles.empty}>
          <p role="status">{t("bin.notFound")}</p>
          <Button
            size="small"
            onClick={() => {
              setSearch("");
              setKind(null);
            }}
          >
            {t("bin.showAll")}
          </Button>
        </div>
      ) : (
        <ul className={styles.list} data-testid="bin">
          {first.shown.map((item) => (
            <Row key={item.key} item={item} action={action(item.key)} />
          ))}
        </ul>
      )}
      <ShowNext of={first} />
    </section>
  );
}

function Row({ item, action }: { readonly item: Listed; readonly action: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { kind, title, where, story, isBack, onShow } = item;
  const Icon = KIND_ICONS[kind];
  const name = title || t(`bin.unnamed.${kind}`);
  return (
    <li className={styles.row} data-binned={item.key} data-back={isBack || undefined}>
      <span className={styles.icon}>
        <Icon size={18} aria-hidden />
      </span>
      <span className={styles.what}>
        <span className={styles.title}>{name}</span>
        <span className={styles.detail}>
          {[t(`bin.kind.${kind}`), where].filter((words) => words !== "").join(" · ")}
        </span>
        <span className={styles.story}>
          {isBack ? <Check size={15} aria-hidden /> : null}
          {story}
          {onShow === null ? null : (
            <button
              type="button"
              className={styles.show}
              aria-label={t("bin.showTitle", { title: name })}
              onClick={onShow}
            >
              {t("bin.show")}
            </button>
          )}
        </span>
      </span>
      <span className={styles.action}>{action}</span>
    </li>
  );
}

function Tools({
  items,
  search,
  onSearch,
  kind,
  onKind,
}: {
  readonly items: readonly Listed[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly kind: BinKind | null;
  readonly onKind: (kind: BinKind | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const counts = Map.groupBy(items, (item) => item.kind);
  const kinds = BIN_KINDS.filter((each) => counts.has(each) || each === kind);
  return (
    <div className={styles.tools}>
      <span className={styles.searching}>
        <Search size={16} aria-hidden />
        <input
          type="search"
          className={styles.search}
          aria-label={t("bin.search")}
          placeholder={t("bin.search")}
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
      </span>
      <select
        className={styles.kind}
        aria-label={t("bin.which")}
        value={kind ?? ""}
        onChange={({ currentTarget: { value } }) => onKind(BIN_KINDS.find((each) => each === value) ?? null)}
      >
        <option value="">{t("bin.everything", { count: items.length })}</option>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {t("bin.ofKind", { kind: t(`bin.kind.${each}`), count: counts.get(each)?.length ?? 0 })}
          </option>
        ))}
      </select>
    </div>
  );
}
