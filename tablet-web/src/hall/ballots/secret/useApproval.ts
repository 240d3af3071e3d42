import type { BoxPhase, PollView } from "../../../core/schemas.ts";
import { utf8 } from "../../../core/secret/bytes.ts";
import { useCommand } from "../../command.tsx";
import { useMe, usePart } from "../../live.tsx";
import { signerOf } from "./signer.ts";

/** What a teller's tablet signs: exactly this step of exactly this poll, and how many ballots were given out. */
export function stepText(definition: string, to: BoxPhase, issued: number): string {
  return `plenum-step 1\ndefinition ${definition}\nto ${to}\nissued ${issued}\n`;
}

/** Approves a step with this device's paired key. `approve` resolves with `unpaired` when this device is not the teller's. */
export function useApproval(poll: PollView) {
  const command = useCommand("ballot.approve");
  const me = useMe();
  const body = usePart("session")?.bodyId;
  const key = me?.secret?.find(one => one.pollId === poll.pollId)?.key;
  const approve = async (to: BoxPhase): Promise<"done" | "refused" | "unpaired"> => {
    const definition = poll.electronic?.definition;
    const issued = poll.electronic?.taken ?? 0;
    const sign = me && body && (await signerOf(me.personId, body, key));
    if (!sign || !definition) return "unpaired";
    const signature = await sign(utf8(stepText(definition, to, issued)));
    return (await command.send({ pollId: poll.pollId, to, issued, signature })) ? "done" : "refused";
  };
  return { command, approve };
}
