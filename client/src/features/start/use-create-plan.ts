import type { TemplateName } from "@planwand/shared/protocol/http.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { languageOf } from "../../i18n/setup.ts";
import { today } from "../../plan/clock.ts";
import { setAccessDue } from "../../plan/access-due.ts";
import { createPlan } from "../../sync/start-api.ts";
import { isSharedDevice } from "../../sync/shared-device.ts";
import { type RememberedPerson, rememberPerson } from "../../sync/device-memory.ts";

/** Makes a plan and goes to it. */
export interface CreatingPlan {
  readonly isBusy: boolean;
  /** What went wrong, in words; null when nothing did. */
  readonly mistake: string | null;
  readonly create: (title: string, template: TemplateName, person: RememberedPerson) => Promise<void>;
}

/** For a plan that is only to look at, nobody is asked to keep a link to it. */
export function useCreatePlan({ isTrial = false }: { readonly isTrial?: boolean } = {}): CreatingPlan {
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  async function create(title: string, template: TemplateName, person: RememberedPerson): Promise<void> {
    setBusy(true);
    setMistake(null);
    rememberPerson(person);
    const language = languageOf(i18n.language);
    const example = template === "example" ? { today: today() } : {};
    const made = await createPlan({
      title,
      template,
      language,
      ...person,
      ...example,
      sharedDevice: isSharedDevice(),
    });
    setBusy(false);
    if (made.ok) {
      if (!isTrial) setAccessDue(made.value.planId, true);
      return navigate(`/plan/${made.value.planId}`);
    }
    const { failure } = made;
    setMistake(
      failure.status === "unreachable" ? t("start.unreachable") : (failure.title ?? t("start.failed")),
    );
  }
  return { isBusy, mistake, create };
}
