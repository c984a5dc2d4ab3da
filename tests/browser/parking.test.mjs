// A session that ends in the middle of a form, on a phone, in Kazakh.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { PHONE, launch, person } from "./browser.mjs";
import { look } from "./look.mjs";
import * as road from "./road.mjs";
import { PASSWORD, startServer } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Lets all sessions have been idle for 31 minutes. */
function passTime() {
  const past = "strftime('%Y-%m-%d %H:%M:%f', 'now', '-31 minutes')";
  execFileSync("sqlite3", [`${server.folder}/jasaq.sqlite`, ".timeout 5000", `UPDATE session SET seen_at = ${past}`]);
}

for (const javaScript of [true, false]) {
  test(`what was typed on a phone comes back after signing in, ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const self = await person(browser, server, { name: "akimat", viewport: PHONE, javaScript });
    const { page } = self;
    await page.goto("/squads/new");
    const name = javaScript ? "Өрнек" : "Ұшқын";
    await page.fill("#name_kk", name);
    await page.fill("#name_ru", `${name} (рус)`);
    await page.fill("#area", "Үлгі ауылдық округі");
    await page.selectOption("#unit", { index: 1 });
    const unit = await page.inputValue("#unit");
    await page.setInputFiles("#file", { name: "үміткерлер.csv", mimeType: "text/csv", buffer: Buffer.from("Тегі;Аты;ЖСН\n") });
    passTime();
    await page.click('form[action="/squads"] button.button');
    await page.waitForURL(/\/sign-in/);
    await page.waitForSelector("text=Сеансыңыздың уақыты бітті");
    assert.match(await page.textContent("main"), /Енгізгеніңіз бір сағатқа сақталды/);
    if (javaScript) await look(self, "the sign-in after the session");
    await page.fill("#email", "akimat@demo.invalid");
    await page.fill("#password", PASSWORD);
    await page.click('form[action="/sign-in"] button.button');
    if (!javaScript) {
      await page.waitForURL(/\/parked/);
      await page.click("form[data-again] button.button");
    }
    await page.waitForSelector("#name_kk");
    assert.equal(await page.inputValue("#name_kk"), name);
    assert.equal(await page.inputValue("#area"), "Үлгі ауылдық округі");
    assert.equal(await page.inputValue("#unit"), unit);
    assert.match(await page.textContent("main"), /Файлды қайта таңдаңыз: үміткерлер.csv/);
    if (javaScript) await look(self, "the form again");
    await page.click('form[action="/squads"] button.button');
    await page.waitForURL(/\/squads\/[0-9a-f]{32}/);
    assert.ok((await page.textContent("h1")).includes(name));
    await page.goto("/parked");
    assert.equal(road.path(page), "/inbox", "it is shown once");
    await self.close();
  });
}
