import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;
/** What the build has made: address and, where the name carries no hash, a revision. */
declare const PRECACHE: { url: string; revision: string | null }[];

/**
 * The app itself, kept on the device: page, code, pdf.js, fonts. Nothing of the API and no paper goes through here; papers are
 * kept encrypted by the page. A new version is fetched at once and waits until the page says so or all its tabs are closed.
 */
precacheAndRoute(PRECACHE);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/(api|health|live|media|pdfjs|assets)(\/|$)/],
  }),
);
// The first page that brought us here is ours too: it may go offline a moment later.
clientsClaim();

self.addEventListener("message", event => {
  if ((event.data as { type?: string } | null)?.type === "take-over") void self.skipWaiting();
});
