import type { Circle } from "@planwand/shared/access/role.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type RememberedPerson, rememberedPerson } from "../../sync/device-memory.ts";
import { isSharedDevice, setSharedDevice } from "../../sync/shared-device.ts";
import { WhoFields } from "../../fields/who-fields.tsx";
import styles from "./join-page.module.css";

/** What was filled in so far. */
interface PersonDraft {
  readonly name: string;
  readonly circle: Circle | null;
  /** Mistakes are shown only after somebody tried to go on. */
  readonly isChecked: boolean;
  readonly isShared: boolean;
}

/** A name and a circle being filled in, starting from what this device remembers. */
export interface PersonForm {
  readonly draft: PersonDraft;
  readonly change: (change: Partial<PersonDraft>) => void;
  /** The person when both are there; otherwise null, and from then on what is missing is shown. */
  readonly check: () => RememberedPerson | null;
}

export function usePersonForm(): PersonForm {
  const [draft, setDraft] = useState<PersonDraft>(() => {
    const known = rememberedPerson();
    return {
      name: known?.name ?? "",
      circle: known?.circle ?? null,
      isChecked: false,
      isShared: isSharedDevice(),
    };
  });
  const change = (part: Partial<PersonDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return {
    draft,
    change,
    check() {
      const name = draft.name.trim();
      if (name !== "" && draft.circle !== null) {
        setSharedDevice(draft.isShared);
        return { name, circle: draft.circle };
      }
      change({ isChecked: true });
      return null;
    },
  };
}

/** Who somebody is: asked before going into a plan. */
export function PersonFields({ form }: { readonly form: PersonForm }): ReactNode {
  const { t } = useTranslation();
  const { draft, change } = form;
  return (
    <>
      <WhoFields
        name={draft.name}
        circle={draft.circle}
        isChecked={draft.isChecked}
        onName={(name) => change({ name })}
        onCircle={(circle) => change({ circle })}
      />
      <label className={styles.shared}>
        <input
          type="checkbox"
          checked={draft.isShared}
          onChange={(event) => change({ isShared: event.target.checked })}
        />
        <span>
          {t("who.sharedDevice")}
          <small>{t("who.sharedDeviceHelp")}</small>
        </span>
      </label>
    </>
  );
}
