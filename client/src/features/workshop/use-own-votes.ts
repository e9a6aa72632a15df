import type { StepOf } from "@planwand/shared/workshop/agenda.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { useMemo } from "react";
import { usePlanSession } from "../../sync/session.tsx";
import { useUnderWay, useWorkshopLive } from "./use-workshop.ts";

interface OwnVote {
  readonly step: string;
  readonly item: string;
  readonly dots: number;
  readonly person: string;
}

/** The dots of one person in a round, as they will be once everything on its way has arrived. */
export function useOwnVotes(
  session: Session,
  step: Pick<StepOf<"vote">, "id" | "blind">,
  person: string,
): readonly OwnVote[] {
  const { own } = useWorkshopLive();
  const underWay = useUnderWay(session.id);
  const { actor } = usePlanSession();
  const { id, blind } = step;
  return useMemo(() => {
    const known = blind ? own.votes : [...session.votes.values()];
    const votes = new Map(
      known
        .filter((vote) => vote.step === id && vote.person === person)
        .map(({ item, dots }) => [item, { step: id, item, dots, person }]),
    );
    for (const command of underWay)
      if (command.type === "vote.cast" && command.step === id && (command.as ?? actor.id) === person)
        votes.set(command.item, { step: id, item: command.item, dots: command.dots, person });
    return [...votes.values()].filter(({ dots }) => dots > 0);
  }, [own, underWay, session.votes, id, blind, person, actor.id]);
}
