import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import { useApi } from "../../hall/index.ts";

/** Where tablets reach the server: this page's own origin, unless that is this computer's private name. */
export function useHallOrigin(): string {
  const api = useApi();
  const mine = location.origin;
  const isLocal = isLoopback(mine);
  const server = useQuery({
    queryKey: ["server"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/server", { signal })),
    enabled: isLocal,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isLocal) return mine;
  const outside = server.data?.addresses.find(address => URL.canParse(address) && !isLoopback(address));
  return outside ? new URL(outside).origin : mine;
}

function isLoopback(address: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(address).hostname);
}
