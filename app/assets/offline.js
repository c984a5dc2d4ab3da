// Keeps the leader's first page for times without a network: the next duty stays readable, marked with its time.
"use strict";
const PAGE = "/my-squad";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (mode === "navigate" && new URL(url).pathname === PAGE) event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await caches.open(PAGE);
  try {
    const fresh = await fetch(request);
    // An answer that is no page of the leader's ends what was kept: the session is over.
    if (fresh.ok) await kept.put(PAGE, fresh.clone());
    else if (fresh.status < 500) await kept.delete(PAGE);
    return fresh;
  } catch {
    const page = await kept.match(PAGE);
    if (!page) return Response.error();
    const headers = new Headers(page.headers);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    return new Response((await page.text()).replace('id="offline" hidden', 'id="offline"'), { headers });
  }
}
