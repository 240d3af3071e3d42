import { useEffect, useMemo, useRef } from "react";
import { type Api, unwrap } from "../../../core/api.ts";
import { newId } from "../../../core/ids.ts";
import { clientProblem, ProblemError } from "../../../core/problem.ts";
import { fromBase64, utf8 } from "../../../core/secret/bytes.ts";
import { relayAt } from "../../../core/secret/casting.ts";
import type { Outside } from "../../../core/secret/course.ts";
import { witnessOf } from "../../../core/witness.ts";
import { useApi } from "../../household.tsx";
import { useLive, useMe, usePart } from "../../live.tsx";
import { signerOf } from "./signer.ts";

/** The session, the relay and this device's key, as a way through one poll needs them. Stable as long as person and session are. */
export function useOutside(pollId: string, key: string | undefined): Outside | undefined {
  const live = useLive();
  const api = useApi();
  const person = useMe()?.personId;
  const body = usePart("session")?.bodyId;
  const newest = useRef(key);
  useEffect(() => {
    newest.current = key;
  }, [key]);
  return useMemo(() => {
    if (!person || !body) return undefined;
    const path = { sessionId: live.session, pollId };
    return {
      person,
      definition: async () =>
        utf8(
          await unwrap(
            api.GET("/api/sessions/{sessionId}/polls/{pollId}/definition", { params: { path }, parseAs: "text" }),
          ),
        ),
      signer: () => signerOf(person, body, newest.current),
      take: async asked => void (await live.send("ballot.take", { pollId, ...asked }, newId())),
      token: async () => {
        const { signed } = await unwrap(
          api.GET("/api/sessions/{sessionId}/polls/{pollId}/token", { params: { path } }),
        );
        return fromBase64(signed);
      },
      stored: async () => void (await live.send("ballot.stored", { pollId }, newId())),
      send: async request => relayAt(await relayOf(api))(request),
      board: async () => {
        const board = await unwrap(api.GET("/api/sessions/{sessionId}/polls/{pollId}/board", { params: { path } }));
        return { ...board, ballots: board.ballots ?? "" };
      },
      witnessed: () => {
        const witness = witnessOf(live.session, localStorage);
        return witness.kind === "sound" ? witness.known : undefined;
      },
      lines: async size => {
        const params = { path, query: { size } };
        return (await unwrap(api.GET("/api/sessions/{sessionId}/polls/{pollId}/lines", { params }))).lines;
      },
    };
  }, [live, api, person, body, pollId]);
}

/** The one under the name by which this page was opened, else the first. */
async function relayOf(api: Api): Promise<string> {
  const { relays } = await unwrap(api.GET("/api/server", {}));
  const relay = relays.find(one => new URL(one).hostname === location.hostname) ?? relays[0];
  if (!relay) throw new ProblemError(clientProblem("client:network"));
  return relay;
}
