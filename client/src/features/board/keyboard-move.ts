/** A place on the wall, by ids and index among the other cards of that cell. */
export interface Spot {
  readonly phase: string;
  readonly domain: string;
  readonly index: number;
}

/** A card lifted with the keyboard: nothing is written until it is put down. */
export interface Lifted {
  readonly id: string;
  readonly origin: Spot;
  readonly target: Spot;
}

export type Direction = "left" | "right" | "up" | "down";

/** What the reducer must know of the wall: the axes in order, and how many *other* cards a cell holds. */
export interface WallShape {
  readonly phases: readonly string[];
  readonly domains: readonly string[];
  countOthers(phase: string, domain: string): number;
}

/**
 * The lifted card one step further. Left and right go to the same height in the next phase; up and down go through the cell
 * and then to the next domain. At the edge of the wall nothing changes and the same value is returned.
 */
export function moveLifted(lifted: Lifted, direction: Direction, wall: WallShape): Lifted {
  const target =
    direction === "left" || direction === "right"
      ? acrossPhases(lifted.target, direction === "left" ? -1 : 1, wall)
      : alongDomain(lifted.target, direction === "up" ? -1 : 1, wall);
  return target === lifted.target ? lifted : { ...lifted, target };
}

function acrossPhases(spot: Spot, step: -1 | 1, wall: WallShape): Spot {
  const phase = wall.phases[wall.phases.indexOf(spot.phase) + step];
  if (phase === undefined) return spot;
  const index = Math.min(spot.index, wall.countOthers(phase, spot.domain));
  return { phase, domain: spot.domain, index };
}

function alongDomain(spot: Spot, step: -1 | 1, wall: WallShape): Spot {
  const index = spot.index + step;
  if (index >= 0 && index <= wall.countOthers(spot.phase, spot.domain)) return { ...spot, index };
  const domain = wall.domains[wall.domains.indexOf(spot.domain) + step];
  if (domain === undefined) return spot;
  const entry = step === 1 ? 0 : wall.countOthers(spot.phase, domain);
  return { phase: spot.phase, domain, index: entry };
}

/** The direction of an arrow key, or null for any other key. */
export function directionOf(key: string): Direction | null {
  switch (key) {
    case "ArrowLeft":
      return "left";
    case "ArrowRight":
      return "right";
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    default:
      return null;
  }
}
