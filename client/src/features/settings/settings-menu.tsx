import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { part } from "../../ui/part.ts";

const Settings = part(async () => (await import("./settings.tsx")).Settings);

/** The button behind which language and appearance are. */
export function SettingsMenu(): ReactNode {
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
      <Settings />
    </Popover>
  );
}
