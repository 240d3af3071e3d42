import { useQuery } from "@tanstack/react-query";
import { keysPossible } from "../core/marks.ts";
import { pair, pairedKey } from "../core/pairing.ts";
import { deviceName } from "../core/tablet.ts";
import { useApi, useSignedIn } from "./household.tsx";
import { useTablet } from "./tablet.tsx";

/** Whether this device signs the person's ballots, and how to pair it. */
export function useVotingKey(session: string, body: string) {
  const api = useApi();
  const { deviceId } = useTablet();
  const person = useSignedIn()?.personId ?? "";
  const possible = keysPossible();
  const place = { session, body, person, deviceId, device: deviceName(navigator.userAgent) };
  const found = useQuery({
    queryKey: ["voting-key", session, person],
    queryFn: async () => (await pairedKey(api, place)) ?? null,
    enabled: possible,
  });
  const pairBy = async (code: string) => {
    const keyId = await pair(api, place, code);
    await found.refetch();
    return keyId;
  };
  return { possible, found, pairBy };
}
