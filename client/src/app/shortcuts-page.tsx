import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ShortcutsDialog } from "../features/help/shortcuts-dialog.tsx";
import type { Action } from "./actions.ts";

/** The page of shortcuts, with the keys of every action. */
export function ShortcutsPage({
  actions,
  onClose,
}: {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const keys = actions.flatMap(({ name, key, keys: told }) => {
    const shown = told ?? key?.toUpperCase();
    return shown === undefined ? [] : [{ name, words: t(`actions.${name}`), keys: shown }];
  });
  return <ShortcutsDialog actions={keys} onClose={onClose} />;
}
