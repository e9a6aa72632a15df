import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { useMemo } from "react";
import { usePlanSession } from "../../sync/session.tsx";
import { useUnderWay, useWorkshopLive } from "./use-workshop.ts";

/** An idea of one's own: on its way, with the server and hidden, or shown to everybody. */
export interface OwnIdeaState {
  readonly id: string;
  readonly scope: Scope;
  readonly text: string;
  readonly state: "sending" | "hidden" | "shown";
}

/** The ideas of one person in a round, first written first, as they will be once everything on its way has arrived. */
export function useOwnIdeas(session: Session, step: string, person: string): readonly OwnIdeaState[] {
  const { own } = useWorkshopLive();
  const underWay = useUnderWay(session.id);
  const { actor } = usePlanSession();
  return useMemo(() => {
    const ideas = new Map<string, OwnIdeaState>();
    for (const idea of own.ideas)
      if (idea.step === step && idea.person === person) ideas.set(idea.id, { ...idea, state: "hidden" });
    for (const idea of session.ideas.values())
      if (idea.step === step && idea.person === person) ideas.set(idea.id, { ...idea, state: "shown" });
    for (const command of underWay) {
      if (command.type === "idea.submit" && command.step === step && (command.as ?? actor.id) === person) {
        const { idea: id, scope, text } = command;
        if (!ideas.has(id)) ideas.set(id, { id, scope, text, state: "sending" });
      }
      if (command.type === "idea.edit") {
        const idea = ideas.get(command.idea);
        if (idea !== undefined) ideas.set(idea.id, { ...idea, text: command.text, state: "sending" });
      }
      if (command.type === "idea.withdraw") ideas.delete(command.idea);
    }
    return [...ideas.values()];
  }, [own, underWay, session.ideas, step, person, actor.id]);
}
