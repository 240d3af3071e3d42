import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Api } from "../core/api.ts";
import type { Auth, AuthState } from "../core/auth.ts";
import type { Me } from "../core/schemas.ts";
import type { Tablet } from "../core/tablet.ts";

/** What every screen may use: who is signed in, and the HTTP API. Made once, by hand, in `app/main.tsx`. */
export interface Household {
  auth: Auth;
  /** What this device keeps of the person. */
  tablet: Tablet;
  api: Api;
  /** `fetch` with the token, for bytes. */
  fetch: (request: Request) => Promise<Response>;
  liveUrl: string;
  mediaUrl: string;
}

const HouseholdContext = createContext<Household | undefined>(undefined);

export function HouseholdProvider({ value, children }: { value: Household; children: ReactNode }) {
  return <HouseholdContext value={value}>{children}</HouseholdContext>;
}

export function useHousehold(): Household {
  const household = useContext(HouseholdContext);
  if (!household) throw new Error("outside of HouseholdProvider");
  return household;
}

export function useApi(): Api {
  return useHousehold().api;
}

export function useAuthState(): AuthState {
  const { auth } = useHousehold();
  return useSyncExternalStore(auth.subscribe, auth.state);
}

/** The signed-in person; screens behind the sign-in always have one. */
export function useSignedIn(): Me | undefined {
  const state = useAuthState();
  return state.kind === "in" || state.kind === "offline" ? state.me : undefined;
}
