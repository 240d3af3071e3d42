import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { authorizedFetch, createApi } from "../core/api.ts";
import { browserAuth } from "../core/auth.ts";
import { ProblemError } from "../core/problem.ts";
import { socketUrl } from "../core/socket.ts";
import { browserTablet } from "../core/tablet.ts";
import { type Household, HouseholdProvider } from "../hall/index.ts";
import { language } from "../i18n/language.ts";
import { ToastProvider } from "../ui/index.ts";
import "../ui/base.css";
import { App } from "./App.tsx";

/** A refusal stays a refusal: only what may be a passing fault is asked again. */
function retry(failures: number, error: Error): boolean {
  const status = error instanceof ProblemError ? error.problem.status : 0;
  return failures < 2 && (status === 0 || status >= 500) && !(error instanceof ProblemError && status === 0);
}

const auth = browserAuth();
const household: Household = {
  auth,
  tablet: browserTablet(auth),
  api: createApi(auth),
  fetch: authorizedFetch(auth),
  liveUrl: socketUrl(location, "/live"),
  mediaUrl: socketUrl(location, "/media"),
};
// Also where the browser believes to be offline a question is asked and answered by a problem: nothing waits for ever.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry, staleTime: 15_000, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

document.documentElement.lang = language.now();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <HouseholdProvider value={household}>
      <QueryClientProvider client={queries}>
        <ToastProvider>
          <App />
        </ToastProvider>
      </QueryClientProvider>
    </HouseholdProvider>
  </StrictMode>,
);
void auth.start();
// The built app is kept once the page itself is there: what a person waits for comes first.
if (import.meta.env.PROD) {
  addEventListener("load", () => void import("../core/app-shell.ts").then(({ appShell }) => appShell.keep()));
}
