import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import type { PaperOptions } from "../../../core/schemas.ts";
import { useApi, usePart } from "../../../hall/index.ts";

/** What the session's unit has decided about papers; undefined while nobody knows. */
export function usePaperOptions(): PaperOptions | undefined {
  const api = useApi();
  const bodyId = usePart("session")?.bodyId;
  const options = useQuery({
    queryKey: ["paper-options", bodyId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/bodies/{bodyId}/paper-options", { params: { path: { bodyId: bodyId ?? "" } }, signal })),
    enabled: bodyId !== undefined,
  });
  return options.data;
}
