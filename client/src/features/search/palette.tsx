import { lookUp, prepare } from "@planwand/shared/views/search.ts";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { rememberFocus, returnFocus } from "../../ui/first-focus.ts";
import { announce } from "../../ui/live-region.tsx";
import {
  PALETTE_GROUPS,
  type PaletteEntry,
  type PaletteGroup,
  type PaletteWays,
  usePlanEntries,
} from "./entries.ts";
import styles from "./palette.module.css";
import { PaletteRow } from "./palette-row.tsx";

/** As many of each group as are shown; more words find the rest. */
const PER_GROUP = 6;

interface Shown {
  readonly group: PaletteGroup;
  readonly items: readonly PaletteEntry[];
  readonly total: number;
}

/**
 * Finds anything in the plan and does anything with it, by keyboard alone. `others` are the entries that the plan does not hold:
 * actions and views, which are shown while nothing is typed. When it closes focus goes back to where it was, unless what is chosen
 * puts it elsewhere.
 */
export function Palette({
  others,
  ways,
  onClose,
}: {
  readonly others: readonly PaletteEntry[];
  readonly ways: PaletteWays;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [before] = useState(rememberFocus);
  const pressed = useRef<PaletteEntry>(null);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const entries = usePlanEntries(ways);
  const prepared = useMemo(() => prepare([...entries, ...others]), [entries, others]);
  const asked = useDeferredValue(typed);
  const answersTo = useCallback(
    (words: string): readonly Shown[] =>
      words.trim() === "" ? whileNothing(others) : lookUp(prepared, words, PER_GROUP).map(asShown),
    [prepared, others],
  );
  const groups = useMemo(() => answersTo(asked), [answersTo, asked]);
  const flat = groups.flatMap(({ items }) => items);
  const chosen = flat[Math.min(active, flat.length - 1)];
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const said = asked.trim() === "" ? "" : t("palette.found", { count: total });
  useEffect(() => {
    if (said !== "") announce(said, "polite");
  }, [said]);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  function run(entry: PaletteEntry): void {
    pressed.current = entry;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, flat.length - 1) + step + flat.length) % flat.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Who types fast means the words that are typed, not those that the list has come to.
      const meant = typed === asked ? chosen : answersTo(typed)[0]?.items[0];
      if (meant !== undefined) run(meant);
    }
  }

  const optionId = (entry: PaletteEntry | undefined): string | undefined =>
    entry === undefined ? undefined : `${id}-${entry.group}-${entry.id}`;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content
          className={styles.window}
          aria-describedby={undefined}
          data-testid="palette"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus(before);
            // After the window has let go of the focus, so that what is done may put it elsewhere.
            pressed.current?.run();
          }}
        >
          <Dialog.Title className="visually-hidden">{t("palette.title")}</Dialog.Title>
          <div className={styles.field}>
            <Search size={18} aria-hidden />
            <input
              className={styles.input}
              role="combobox"
              aria-label={t("palette.title")}
              aria-expanded={flat.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={optionId(chosen)}
              placeholder={t("palette.placeholder")}
              value={typed}
              maxLength={120}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <Dialog.Close className={styles.close}>{t("palette.close")}</Dialog.Close>
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t("palette.results")}
            className={styles.list}
          >
            {groups.map(({ group, items, total: all }) => (
              <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <p id={`${id}-${group}`} role="presentation" className={styles.group}>
                  {t(`palette.groups.${group}`)}
                  {all > items.length ? (
                    <span className={styles.more}>
                      {t("palette.some", { count: items.length, total: all })}
                    </span>
                  ) : null}
                </p>
                {items.map((entry) => (
                  <PaletteRow
                    key={entry.id}
                    id={optionId(entry) ?? ""}
                    entry={entry}
                    typed={asked}
                    isActive={entry === chosen}
                    onPoint={() => setActive(flat.indexOf(entry))}
                    onPress={() => run(entry)}
                  />
                ))}
              </div>
            ))}
          </div>
          {flat.length === 0 ? (
            <p className={styles.none}>{t("palette.none", { typed: asked.trim() })}</p>
          ) : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function asShown({
  group,
  items,
  total,
}: {
  group: string;
  items: readonly PaletteEntry[];
  total: number;
}): Shown {
  return { group: PALETTE_GROUPS.find((known) => known === group) ?? "action", items, total };
}

/** While nothing is typed: all that can be done and all views, each group whole. */
function whileNothing(others: readonly PaletteEntry[]): readonly Shown[] {
  return [...Map.groupBy(others, ({ group }) => group)].map(([group, items]) => ({
    group,
    items,
    total: items.length,
  }));
}
