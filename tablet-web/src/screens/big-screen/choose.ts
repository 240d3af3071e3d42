import type { Me, SessionSummary } from "../../core/schemas.ts";

/** The session a screen without an address shows: the running one, else the nearest published, else the last that ended. */
export function chooseSession(sessions: readonly SessionSummary[], now: number): SessionSummary | undefined {
  const shown = sessions.filter(one => one.roles.length === 0 || one.roles.includes("SCREEN"));
  const nearest = (state: SessionSummary["state"]) =>
    shown.filter(one => one.state === state).toSorted((a, b) => distance(a, now) - distance(b, now))[0];
  return nearest("RUNNING") ?? nearest("PUBLISHED") ?? nearest("ENDED");
}

/** Milliseconds from now to the sitting that is closest in time. */
function distance(session: SessionSummary, now: number): number {
  return Math.min(...session.sittings.map(one => Math.abs(one.startsAt - now)));
}

/** An account that is a big screen and nothing else. */
export function isScreenOnly(me: Me): boolean {
  const roles = me.bodies.flatMap(body => body.roles);
  return roles.length > 0 && !me.systemAdmin && roles.every(role => role === "SCREEN");
}
