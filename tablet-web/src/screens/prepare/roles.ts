import type { Role } from "../../core/schemas.ts";
import { useSignedIn } from "../../hall/index.ts";

/** Whether the person holds the role in the unit. */
export function useInUnit(): (unitId: string, role: Role) => boolean {
  const units = useSignedIn()?.units ?? [];
  return (unitId, role) => units.some(unit => unit.unitId === unitId && unit.roles.includes(role));
}
