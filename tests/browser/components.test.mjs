// Every component in every state, in each language, light and dark, at a desk and on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, LANGUAGES, PHONE, launch, person } from "./browser.mjs";
import { faultsOf } from "./html.mjs";
import { fits, look } from "./look.mjs";
import { startServer } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const language of LANGUAGES) {
  for (const theme of ["light", "dark"]) {
    for (const viewport of [DESK, PHONE]) {
      test(`the components in ${language}, ${theme}, ${viewport.width} px`, async () => {
        const self = await person(browser, server, { theme, viewport });
        await self.context.addCookies([{ name: "language", value: language, url: server.url }]);
        await self.page.goto("/ui");
        assert.equal(await self.page.getAttribute("html", "lang"), language);
        assert.ok((await self.page.locator(".tag").count()) > 20, "the states are there");
        await look(self, `/ui ${language} ${theme} ${viewport.width}`);
        if (theme === "light" && viewport === DESK) await fits(self.page, `/ui ${language}`);
        await self.close();
      });
    }
  }
}

test("the components are valid HTML in each language", async () => {
  const pages = await Promise.all(LANGUAGES.map(async (language) => {
    const answer = await fetch(`${server.url}/ui`, { headers: { cookie: `language=${language}` } });
    return [`ui-${language}`, await answer.text()];
  }));
  assert.deepEqual(await faultsOf(pages), []);
});
