import { useLocation } from "wouter";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button } from "../../ui/index.ts";
import { useOwnPoints } from "./useOwnPoints.ts";

/** The session list's way to the own points, for who has any. */
export default function PointsLink() {
  const t = useText(texts);
  const [, go] = useLocation();
  const found = useOwnPoints();
  if (!found.data || found.data.points.length === 0) return null;
  return (
    <Button icon="online" onClick={() => go("/points")}>
      {t.own}
    </Button>
  );
}
