// Pictures of every page: node screenshots.mjs FOLDER [FILTER…]. Languages, widths and themes take turns, unless all are asked
// for with ALL=1.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DESK, LANGUAGES, PHONE, launch, person } from "./browser.mjs";
import { prepare } from "./pages.mjs";
import { startServer } from "./server.mjs";

const [folder, ...filters] = process.argv.slice(2);
const [server, browser] = await Promise.all([startServer(), launch()]);
try {
  await mkdir(folder, { recursive: true });
  const { pages } = await prepare(browser, server);
  const everyWay = ["light", "dark"].flatMap((theme) => [DESK, PHONE].map((viewport) => ({ theme, viewport })));
  const wanted = [...pages, { name: "ui", who: null, path: "/ui" }].filter(({ name }) => !filters.length || filters.some((filter) => name.startsWith(filter)));
  let taken = 0;
  for (const language of process.env.ALL ? LANGUAGES : [process.env.LANGUAGE ?? "kk"]) {
    for (const who of new Set(wanted.map((page) => page.who))) {
      for (const { theme, viewport } of process.env.ALL ? everyWay : [everyWay[0], everyWay[3]]) {
        const self = await person(browser, server, { name: who, theme, viewport });
        await self.page.goto("/");
        if ((await self.page.getAttribute("html", "lang")) !== language) {
          await self.context.addCookies([{ name: "language", value: language, url: server.url }]);
          if (who) await self.page.click(`.languages button[value="${language}"]`);
        }
        for (const { name, path } of wanted.filter((page) => page.who === who)) {
          await self.page.goto(path);
          const file = join(folder, `${name}-${language}-${theme}-${viewport.width}.png`);
          // The window as high as the page: bars that stay in view lie where they end up.
          const height = process.env.FOLD ? viewport.height : await self.page.evaluate(() => document.documentElement.scrollHeight);
          await self.page.setViewportSize({ ...viewport, height: Math.max(height, viewport.height) });
          await self.page.screenshot({ path: file });
          await self.page.setViewportSize(viewport);
          taken += 1;
        }
        await self.close();
      }
    }
  }
  console.log(`${taken} pictures in ${folder}`);
} finally {
  await browser.close();
  await server.stop();
}
