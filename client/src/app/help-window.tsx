import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Handbook } from "../features/help/handbook.tsx";
import { ShortcutList } from "../features/help/shortcut-list.tsx";
import { Dialog } from "../ui/dialog.tsx";
import type { Action } from "./actions.ts";
import { useHelpContents } from "./use-help-contents.ts";
import type { ViewName } from "./view-names.ts";

const SHORTCUTS = "shortcuts";

/** Help over a plan: the handbook, open at the page of the view that is behind it, and the keys of every action. */
export function HelpWindow({
  view,
  hasPanel,
  isAtShortcuts,
  actions,
  onClose,
}: {
  readonly view: ViewName | null;
  readonly hasPanel: boolean;
  /** It opens at the shortcuts. */
  readonly isAtShortcuts: boolean;
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const ofView = view ?? (hasPanel ? "activity" : "board");
  const [name, setName] = useState<string | null>(isAtShortcuts ? SHORTCUTS : ofView);
  const keys = actions.flatMap(({ name: action, key, keys: told }) => {
    const shown = told ?? key?.toUpperCase();
    return shown === undefined ? [] : [{ name: action, words: t(`actions.${action}`), keys: shown }];
  });
  const own = {
    name: SHORTCUTS,
    title: t("help.shortcuts"),
    content: <ShortcutList actions={keys} />,
  };
  return (
    <Dialog title={t("help.title")} closeLabel={t("app.close")} onClose={onClose} isWide>
      <Handbook name={name} contents={useHelpContents()} own={own} onGo={setName} />
    </Dialog>
  );
}
