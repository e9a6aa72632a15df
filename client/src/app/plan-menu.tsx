import { Ellipsis } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { part } from "../ui/part.ts";
import type { ViewName } from "./view-names.ts";

const PlanMenuItems = part(async () => (await import("./header-parts.ts")).PlanMenuItems);

/** The button behind which is what one seldom needs. */
export function PlanMenu({ view }: { readonly view: ViewName | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover
      label={t("app.menu")}
      trigger={
        <IconButton label={t("app.menu")}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      {(close) => <PlanMenuItems view={view} onDone={close} />}
    </Popover>
  );
}
