import type { Audience } from "../../core/live.ts";
import type { Role } from "../../core/schemas.ts";

/** As whom one sees the session from inside the room: the view that shows most. */
export function audienceOf(roles: readonly Role[]): Audience {
  if (roles.includes("SECRETARY") || roles.includes("CHAIR")) return "control";
  if (roles.includes("TECHNICIAN")) return "technician";
  if (roles.includes("DELEGATE")) return "delegate";
  return roles.includes("SCREEN") ? "screen" : "guest";
}

/** Who gives the floor; others who moderate look after the room and its layout. */
export function presides(roles: readonly Role[]): boolean {
  return roles.includes("SECRETARY") || roles.includes("CHAIR");
}

/** Who may begin and end a recording of the room. */
export function mayRecord(roles: readonly Role[]): boolean {
  return roles.includes("SECRETARY") || roles.includes("TECHNICIAN");
}

/** Where one goes when leaving the room. */
export function homeOf(session: string, roles: readonly Role[]): string {
  const base = `/sessions/${session}`;
  if (roles.includes("CHAIR")) return `${base}/chair`;
  if (roles.includes("SECRETARY")) return `${base}/secretary`;
  if (roles.includes("DELEGATE")) return `${base}/delegate`;
  return roles.includes("GUEST") ? `${base}/guest` : base;
}
