import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import { useApi } from "../../hall/index.ts";

/** Points that the person answers for or looks after. `everyMs`: asked again so often. */
export function useOwnPoints(everyMs?: number) {
  const api = useApi();
  return useQuery({
    queryKey: ["points", "own"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/points", { signal })),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  });
}
