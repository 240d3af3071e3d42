import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import Socket from "ws";
import { createApi } from "../src/core/api.ts";
import { Auth } from "../src/core/auth.ts";
import { type Audience, LiveConnection } from "../src/core/live.ts";
import { clientProblem, ProblemError } from "../src/core/problem.ts";
import type { MeView, Parts } from "../src/core/schemas.ts";
import { Tablet } from "../src/core/tablet.ts";
import { GivenLive, HouseholdProvider } from "../src/hall/index.ts";
import { nineOClock } from "./hall-fixture.ts";
import { LiveServer } from "./live-server.ts";

/** A screen over a real socket, with a server that the test plays. */
export class LiveRoom {
  readonly server: LiveServer;
  /** The other end of the media socket. */
  readonly media: LiveServer;
  readonly live: LiveConnection;

  private constructor(server: LiveServer, media: LiveServer, as: Audience) {
    this.server = server;
    this.media = media;
    this.live = new LiveConnection({
      url: server.url,
      session: "s1",
      as,
      tokens: { token: async () => "token", refresh: async () => "token", subscribe: () => () => undefined },
      WebSocket: Socket as unknown as typeof WebSocket,
      pauses: { backoffMin: 5, backoffMax: 20 },
    });
  }

  /** Opens the room and shows `screen` in it, once the first state has come. */
  static async open(as: Audience, screen: ReactNode, parts: Parts, me: MeView): Promise<[LiveRoom, RenderResult]> {
    const room = new LiveRoom(await LiveServer.start(), await LiveServer.start(), as);
    const drawn = render(room.around(screen));
    room.live.start();
    await room.server.take("hello");
    await act(() => room.say(parts, me));
    return [room, drawn];
  }

  /** Greets with these parts and waits until they have arrived. */
  async say(parts: Partial<Parts>, me: MeView, now = nineOClock): Promise<void> {
    const arrived = new Promise<void>(resolve => {
      const stop = this.live.subscribe("me", () => {
        stop();
        resolve();
      });
    });
    this.server.send({ t: "welcome", v: 1, session: "s1", as: "control", now });
    this.server.send({ t: "state", seq: 1, at: now, full: true, parts });
    this.server.send({ t: "me", seq: 1, me });
    await arrived;
  }

  /** The next command, answered with done. */
  async next(): Promise<{ name: string; data: unknown }> {
    const frame = await this.server.take("do");
    await act(async () => {
      this.server.send({ t: "done", id: frame.id, seq: 2 });
      await new Promise<void>(resolve => {
        const stop = this.live.subscribe("pending", () => {
          if (this.live.pending().length > 0) return;
          stop();
          resolve();
        });
      });
    });
    return { name: String(frame.name), data: frame.data };
  }

  async close(): Promise<void> {
    act(() => this.live.stop());
    await this.server.stop();
    await this.media.stop();
  }

  private around(screen: ReactNode): ReactNode {
    return inHousehold(<GivenLive connection={this.live}>{screen}</GivenLive>, this.server.url, this.media.url);
  }
}

/** Inside of a household whose network answers nothing. */
export function inHousehold(screen: ReactNode, liveUrl = "", mediaUrl = ""): ReactNode {
  const refused = async () => {
    throw new ProblemError(clientProblem("client:network"));
  };
  const memory = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const auth = new Auth({ fetch: refused, memory, exclusive: run => run(), now: Date.now });
  // Only the media socket asks it for a token here.
  auth.token = async () => "token";
  const tablet = new Tablet({ auth, memory, fetch: refused, now: Date.now, name: "test" });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return (
    <HouseholdProvider value={{ auth, tablet, api: createApi(auth), fetch: refused, liveUrl, mediaUrl }}>
      <QueryClientProvider client={queries}>{screen}</QueryClientProvider>
    </HouseholdProvider>
  );
}
