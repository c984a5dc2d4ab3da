// The leader's first page is kept for times without a network, until the leader signs out; the page works without it.
"use strict";
if ("serviceWorker" in navigator) {
  const first = !navigator.serviceWorker.controller;
  navigator.serviceWorker
    .register("/offline.js", { scope: "/my-squad" })
    .then(() => first && caches.open("/my-squad").then((kept) => kept.add("/my-squad")))
    .catch(() => {});
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => caches.delete("/my-squad"));
}
