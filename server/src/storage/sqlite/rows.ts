import {
  CIRCLES,
  type Circle,
  KEY_ORIGINS,
  type KeyOrigin,
  ROLES,
  type Role,
} from "@planwand/shared/access/role.ts";
import type { ActorRow, KeyRow, PlanRow, SessionRow } from "../port.ts";
import { type Row, integer, integerOrNull, text, textOrNull } from "./row.ts";

function roleOf(value: string): Role {
  const role = ROLES.find((known) => known === value);
  if (role === undefined) throw new TypeError("unknown role in the database");
  return role;
}

function originOf(value: string): KeyOrigin {
  const origin = KEY_ORIGINS.find((known) => known === value);
  if (origin === undefined) throw new TypeError("unknown origin of a key in the database");
  return origin;
}

function circleOf(value: string | null): Circle | null {
  if (value === null) return null;
  const circle = CIRCLES.find((known) => known === value);
  if (circle === undefined) throw new TypeError("unknown circle in the database");
  return circle;
}

/** Reads a row of `keys`, with the plan's id beside it as `plan_id`. */
export function keyRow(row: Row): KeyRow {
  return {
    id: text(row, "id"),
    planId: text(row, "plan_id"),
    role: roleOf(text(row, "role")),
    hash: text(row, "hash"),
    createdAt: integer(row, "created_at"),
    expiresAt: integerOrNull(row, "expires_at"),
    revokedAt: integerOrNull(row, "revoked_at"),
    uses: integer(row, "uses"),
    maxUses: integerOrNull(row, "max_uses"),
    name: text(row, "name"),
    origin: originOf(text(row, "origin")),
    maker: textOrNull(row, "maker"),
    usedAt: integerOrNull(row, "used_at"),
  };
}

/** Reads a row of `actors`. */
export function actorRow(planId: string, row: Row): ActorRow {
  return {
    planId,
    id: text(row, "id"),
    name: text(row, "name"),
    circle: circleOf(textOrNull(row, "circle")),
    color: text(row, "color"),
    createdAt: integer(row, "created_at"),
  };
}

/** Reads a row of `sessions`. */
export function sessionRow(row: Row): SessionRow {
  return {
    id: text(row, "id"),
    hash: text(row, "hash"),
    spentHash: textOrNull(row, "spent_hash"),
    isHostBound: integer(row, "host_bound") === 1,
    createdAt: integer(row, "created_at"),
    expiresAt: integer(row, "expires_at"),
    usedAt: integer(row, "used_at"),
  };
}

/** Reads a row of `plans`. */
export function planRow(row: Row): PlanRow {
  return {
    id: text(row, "id"),
    title: text(row, "title"),
    createdAt: integer(row, "created_at"),
    deletedAt: integerOrNull(row, "deleted_at"),
  };
}
