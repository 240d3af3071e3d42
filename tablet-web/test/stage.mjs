// A stage for looking at screens without a server: `node test/stage.mjs [port]`, then /sessions/<state>/chair or /screen.
// The states are those of hall-states.ts; sign-in is automatic and commands are answered with done but change nothing.
import react from "@vitejs/plugin-react";
import { createServer } from "vite";
import { WebSocketServer } from "ws";

const port = Number(process.argv[2] ?? 21790);
const vite = await createServer({
  // Not the house's own configuration: it would pass /api and /live on to a server.
  configFile: false,
  root: new URL("..", import.meta.url).pathname,
  server: { host: "127.0.0.1", port, strictPort: true, hmr: false },
  logLevel: "warn",
  plugins: [react(), { name: "stage", configureServer: server => void server.middlewares.use(answer) }],
});
const { states, me, clockAt } = await vite.ssrLoadModule("/test/hall-states.ts");

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
function answer(request, response, next) {
  const path = new URL(request.url ?? "/", "http://stage").pathname;
  if (!path.startsWith("/api/")) return next();
  const body = {
    "/api/auth/refresh": {
      accessToken: "stage",
      expiresAt: clockAt() + 600_000,
      now: clockAt(),
      me: me(request.headers.referer),
    },
    "/api/server": { version: "stage", now: clockAt(), demo: true, addresses: ["https://hdnd.dienbien.gov.vn"] },
    "/api/sessions": { sessions: [] },
  }[path];
  response.writeHead(body ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(body ?? { type: "", code: "stage:none", title: "–", status: 404 }));
}

const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => "plenum.v1" });
vite.httpServer?.on("upgrade", (request, socket, head) => {
  if (request.url === "/live") sockets.handleUpgrade(request, socket, head, live => serve(live));
});

function serve(live) {
  const send = frame => live.send(JSON.stringify(frame));
  live.on("message", data => {
    const frame = JSON.parse(String(data));
    if (frame.t === "ping") send({ t: "pong", n: frame.n, now: clockAt() });
    if (frame.t === "do") send({ t: "done", id: frame.id, seq: 2 });
    if (frame.t !== "hello") return;
    const state = states[frame.session];
    if (!state) return live.close(4004);
    send({ t: "welcome", v: 1, session: frame.session, as: frame.as, now: clockAt() });
    send({ t: "state", seq: 1, at: clockAt(), full: true, parts: state.parts });
    send({ t: "me", seq: 1, me: state.me });
    if (state.lostAfter) setTimeout(() => live.terminate(), state.lostAfter);
  });
}

await vite.listen();
console.log(`stage on http://127.0.0.1:${vite.httpServer?.address()?.port}/  states: ${Object.keys(states).join(" ")}`);
