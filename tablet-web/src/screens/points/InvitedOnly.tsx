import type { ReactNode } from "react";
import { Redirect } from "wouter";
import { Loading } from "../../ui/index.ts";
import { useOwnPoints } from "./useOwnPoints.ts";

/** For who has a point in some conference; others are sent elsewhere. */
export default function InvitedOnly({ otherwise, children }: { otherwise: string; children: ReactNode }) {
  const found = useOwnPoints();
  if (found.isPending) {
    return (
      <main>
        <Loading />
      </main>
    );
  }
  return found.data && found.data.points.length > 0 ? children : <Redirect to={otherwise} replace />;
}
