// Every page of the house with what the road has filled it with: accessible, fitting, valid, printable, light.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, PHONE, launch, person, speak } from "./browser.mjs";
import { faultsOf } from "./html.mjs";
import { fits, look } from "./look.mjs";
import { prepare } from "./pages.mjs";
import { startServer } from "./server.mjs";

let server, browser, prepared;
before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  prepared = await prepare(browser, server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const WAYS = [
  { language: "kk", theme: "light", viewport: DESK },
  { language: "ru", theme: "dark", viewport: PHONE },
];

for (const reader of [null, "akimat", "hatshy", "tekserushi", "bastyq", "okil", "leader", "auditor", "akimshi", "akimshi3"]) {
  test(`the pages of ${reader ?? "whoever has not signed in"}`, async () => {
    // The leader signs in by a login that the walk was given.
    const who = reader === "leader" ? prepared.leader : reader;
    const pages = prepared.pages.filter((page) => page.who === who);
    assert.ok(pages.length > 0);
    const sent = [];
    for (const { language, theme, viewport } of WAYS) {
      const self = await person(browser, server, { name: who, theme, viewport });
      if (!who) await self.page.goto("/sign-in");
      await speak(self.page, language);
      for (const { name, path } of pages) {
        const answer = await self.page.goto(path);
        assert.ok([200, 404].includes(answer.status()), `${path}: ${answer.status()}`);
        sent.push([`${name}-${language}`, await answer.text()]);
        await look(self, `${name} ${language} ${theme} ${viewport.width}`);
        if (viewport === DESK) await fits(self.page, name);
      }
      await speak(self.page, "kk");
      await self.close();
    }
    assert.deepEqual(await faultsOf(sent), [], "valid HTML");
  });
}

test("a squad and a list keep their tables on A4, and nothing that can't be printed", async () => {
  const self = await person(browser, server, { name: "tekserushi" });
  for (const path of [prepared.squad, prepared.list]) {
    await self.page.goto(path);
    // 186 mm between the margins, narrower than the breakpoint of phones.
    await self.page.setViewportSize({ width: 703, height: 1000 });
    await self.page.emulateMedia({ media: "print" });
    const table = await self.page.$eval("main table.cards", (table) => {
      const shown = (element) => getComputedStyle(element).display;
      const [first, second] = table.querySelectorAll("tbody tr:first-child td");
      return {
        display: [table, table.tHead, table.rows[1], table.rows[1].cells[0]].map(shown),
        isBeside: first.getBoundingClientRect().right <= second.getBoundingClientRect().left + 1,
        people: table.tBodies[0].rows.length,
        hidden: [...document.querySelectorAll(".bar, .menu, footer, .button, .choices")].filter((element) => element.checkVisibility()).length,
      };
    });
    assert.deepEqual(table.display, ["table", "table-header-group", "table-row", "table-cell"], path);
    assert.ok(table.isBeside && table.people === 7, path);
    assert.equal(table.hidden, 0, `${path}: what can't be printed is left out`);
    const pdf = await self.page.pdf({ format: "A4", preferCSSPageSize: true });
    assert.ok(pdf.length > 5_000, "a PDF came out");
    await self.page.emulateMedia({ media: null });
    await self.page.setViewportSize(DESK);
  }
  await self.close();
});

test("a page of the road is light on a cold cache, and is painted after two requests", async () => {
  const [inbox, list] = [{ who: "akimat", path: "/inbox" }, { who: "tekserushi", path: prepared.list }];
  for (const { who, path } of [inbox, { who: "akimat", path: prepared.squad }, list]) {
    const self = await person(browser, server, { name: who });
    const session = await self.context.newCDPSession(self.page);
    await session.send("Network.enable");
    await session.send("Network.clearBrowserCache");
    const requests = new Map();
    session.on("Network.responseReceived", ({ requestId, response, type }) => requests.set(requestId, { url: response.url, type, encoding: response.headers["content-encoding"], bytes: 0 }));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => requests.has(requestId) && (requests.get(requestId).bytes = encodedDataLength));
    await self.page.goto(path, { waitUntil: "networkidle" });
    const all = [...requests.values()];
    const bytes = all.reduce((sum, request) => sum + request.bytes, 0);
    const blocking = await self.page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name));
    console.log(`${path.replace(/[0-9a-f]{32}/, "…")}: ${bytes} bytes in ${all.length} requests: ${all.map(({ type, bytes }) => `${type} ${bytes}`).join(", ")}`);
    assert.ok(all.length >= 4 && bytes > 1_000, "the cache was cold");
    assert.ok(bytes < 60_000, `${path}: ${bytes} bytes`);
    assert.equal(blocking.length, 1, `the document and one sheet of style: ${blocking}`);
    assert.ok(all.filter(({ type }) => type === "Stylesheet" || type === "Script").every(({ encoding }) => encoding === "br" || encoding === "gzip"));
    await self.close();
  }
});
