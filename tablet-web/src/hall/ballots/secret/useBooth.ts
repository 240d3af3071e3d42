import { useEffect, useState, useSyncExternalStore } from "react";
import type { OwnSecret, PollView } from "../../../core/schemas.ts";
import { Booth } from "../../../core/secret/booth.ts";
import type { Course, Shown } from "../../../core/secret/course.ts";
import { Wallet } from "../../../core/secret/wallet.ts";
import { onAttested } from "../../../core/witness.ts";
import { useLive, useLiveState } from "../../live.tsx";
import { useOutside } from "./useOutside.ts";

/** This device's way through a poll, which follows what the session says of it. Undefined until its wallet is open. */
export function useBooth(poll: PollView, own: OwnSecret): Booth | undefined {
  const outside = useOutside(poll.pollId, own.key);
  const online = useLiveState().kind === "live";
  const [booth, setBooth] = useState<Booth>();
  useEffect(() => {
    if (!outside) return;
    let made: Booth | undefined;
    let left = false;
    void Wallet.of(outside.person).then(wallet => {
      if (left) return wallet.close();
      made = new Booth(outside, wallet);
      setBooth(made);
    });
    return () => {
      left = true;
      made?.close();
      setBooth(undefined);
    };
  }, [outside]);
  const said = JSON.stringify(courseOf(poll, own));
  useEffect(() => {
    const course = said && (JSON.parse(said) as Course);
    if (booth && course && online) void booth.follow(course);
  }, [booth, said, online]);
  const { session } = useLive();
  useEffect(() => booth && onAttested(session, () => void booth.look()), [booth, session]);
  return booth;
}

const nothing: Shown = { state: { kind: "opening" } };
const silent = () => () => {};

export function useShown(booth: Booth | undefined): Shown {
  return useSyncExternalStore(booth?.subscribe ?? silent, booth?.state ?? (() => nothing));
}

/** What is void or declared in the hall is so for the device, whatever its box still has to do. */
function courseOf(poll: PollView, own: OwnSecret): Course | undefined {
  const { electronic } = poll;
  if (!electronic?.definition || electronic.phase === "PREPARING") return undefined;
  const { taken, blinded, stored } = own;
  return {
    phase: poll.state === "VOIDED" ? "VOID" : electronic.phase,
    definition: electronic.definition,
    own: { taken, stored, ...(blinded && { blinded }) },
  };
}
