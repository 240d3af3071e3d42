import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { unwrap } from "../../core/api.ts";
import { useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button } from "../../ui/index.ts";

/** The session list's way to the own points, for who has any. */
export default function PointsLink() {
  const t = useText(texts);
  const api = useApi();
  const [, go] = useLocation();
  const found = useQuery({
    queryKey: ["points", "own"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/points", { signal })),
  });
  if (!found.data || found.data.points.length === 0) return null;
  return (
    <Button icon="online" onClick={() => go("/points")}>
      {t.own}
    </Button>
  );
}
