import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./api-types.ts";
import type { Auth } from "./auth.ts";
import { clientProblem, isProblem, ProblemError } from "./problem.ts";

const patienceMs = 8_000;

export type Api = Client<paths>;

/** The HTTP API with the signed-in person's token; an expired token is renewed once. */
export function createApi(auth: Pick<Auth, "token" | "refresh">, baseUrl = ""): Api {
  const send = authorizedFetch(auth);
  return createClient<paths>({ baseUrl, fetch: request => send(request) });
}

/** `fetch` with the token; for what the typed client can't do (PDF bytes, downloads). */
export function authorizedFetch(auth: Pick<Auth, "token" | "refresh">): (request: Request) => Promise<Response> {
  return async request => {
    const again = request.body ? undefined : request.clone();
    const first = await sendWith(request, await auth.token());
    if (first.status !== 401 || !again) return first;
    return sendWith(again, await auth.refresh());
  };
}

async function sendWith(request: Request, token: string): Promise<Response> {
  request.headers.set("authorization", `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ProblemError(clientProblem("client:network"), cause);
  }
}

/** Ends a question with its asker, or when the server has kept silent for so long that it counts as out of reach. */
export function patient(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
}

/** The data of an answer, or its problem thrown. */
export async function unwrap<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  throw new ProblemError(isProblem(error) ? error : clientProblem("client:unreadable", response.status));
}
