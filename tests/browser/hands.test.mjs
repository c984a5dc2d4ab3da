// What hands do: the keyboard alone, a language changed in the middle of a form, a theme kept, what can't be undone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, launch, person } from "./browser.mjs";
import * as road from "./road.mjs";
import { PASSWORD, startServer } from "./server.mjs";

let server, browser, squad, list;
before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  const [akimat, secretary] = await Promise.all(["akimat", "hatshy"].map((name) => person(browser, server, { name })));
  ({ squad } = await road.propose(akimat.page));
  await road.decide(secretary.page, squad);
  list = await road.listOf(akimat.page, squad);
  await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
  await Promise.all([akimat.close(), secretary.close()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Goes on with the tabulator until what is wanted has the focus, which must be seen and not lie under a bar. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate((selector) => {
      const element = document.activeElement;
      if (!element?.matches(selector)) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2);
      return { outline: `${outlineStyle} ${outlineWidth}`, isOnTop: Boolean(top && (element.contains(top) || top.contains(element) || top.closest("label"))) };
    }, wanted);
    if (focus) {
      assert.match(focus.outline, /^solid [3-9]px$/, `the focus is seen on ${wanted}`);
      assert.ok(focus.isOnTop, `nothing lies over ${wanted}`);
      return;
    }
  }
  assert.fail(`the tabulator never comes to ${wanted} on ${page.url()}`);
}

const enter = (page) => Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);

for (const javaScript of [true, false]) {
  test(`Enter in a field sends the form, and does not change its language, ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const self = await person(browser, server, { javaScript });
    await self.page.goto("/sign-in");
    await self.page.fill("#email", "akimat@demo.invalid");
    await self.page.fill("#password", PASSWORD);
    await self.page.focus("#password");
    await enter(self.page);
    assert.equal(road.path(self.page), "/inbox");
    await self.close();
  });

  test(`the switch of the language keeps the page, and in a form what is typed, ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const self = await person(browser, server, { javaScript });
    const { page } = self;
    await page.goto("/sign-in?next=/squads");
    await page.fill("#email", "akimat@demo.invalid");
    await page.click('.languages button[value="ru"]');
    await page.waitForSelector('html[lang="ru"]');
    assert.equal(await page.inputValue("#email"), "akimat@demo.invalid");
    assert.equal(await page.locator("#summary").count(), 0, "nothing is wrong with a form that was not sent");
    await page.fill("#password", PASSWORD);
    await page.click('form[action="/sign-in"] button.button');
    await page.waitForURL(/\/squads$/);
    await page.click('.languages button[value="kk"]');
    await page.waitForSelector('html[lang="kk"]');
    assert.equal(road.path(page), "/squads", "the page is kept");

    await page.goto("/squads/new");
    await page.fill("#name_kk", "Өрнек «Ұ» һ");
    await page.selectOption("#unit", { index: 1 });
    const unit = await page.inputValue("#unit");
    await page.click('.languages button[value="en"]');
    await page.waitForSelector('html[lang="en"]');
    assert.equal(await page.inputValue("#name_kk"), "Өрнек «Ұ» һ");
    assert.equal(await page.inputValue("#unit"), unit);
    assert.equal(await page.locator("#summary").count(), 0);
    await page.goto("/squads");
    assert.ok(!(await page.innerText("main")).includes("Өрнек"), "nothing was carried out");
    assert.equal(await page.getAttribute("html", "lang"), "en", "the language stays");

    await page.goto(list);
    await page.fill("#outgoing_number", "17/х");
    await page.check("#statement");
    await page.click('.languages button[value="kk"]');
    await page.waitForSelector('html[lang="kk"]');
    assert.equal(await page.inputValue("#outgoing_number"), "17/х");
    assert.ok(await page.isChecked("#statement"));
    assert.deepEqual(self.faults, []);
    await self.close();
  });
}

test("a refused form says what is wrong, begins there, and loses nothing", async () => {
  const self = await person(browser, server, { name: "akimat", viewport: PHONE });
  const { page } = self;
  await page.goto("/squads/new");
  await page.fill("#name_kk", "Ғажайып");
  await page.click('form[action="/squads"] .button');
  await page.waitForSelector("#summary");
  assert.equal(await page.evaluate(() => document.activeElement.id), "summary", "the focus is on the summary");
  assert.match(await page.title(), /^Қате: /);
  assert.equal(await page.inputValue("#name_kk"), "Ғажайып");
  const field = (await page.getAttribute("#summary a", "href")).slice(1);
  await page.click("#summary a");
  assert.equal(await page.evaluate(() => document.activeElement.id), field, "the first line leads to its field");
  assert.equal(await page.getAttribute(`#${field}`, "aria-invalid"), "true");
  assert.ok(await page.isVisible(`#${await page.getAttribute(`#${field}`, "aria-describedby")}`), "what is wrong stands beside it");
  await self.close();
});

test("a theme is kept with the user and written on the page by the server", async () => {
  const self = await person(browser, server, { name: "okil", theme: "light" });
  const ground = () => self.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await self.page.goto("/account");
  await self.page.check('input[name="theme"][value="dark"]');
  await road.press(self.page, 'form[action="/account/theme"] button');
  assert.equal(await self.page.getAttribute("html", "data-theme"), "dark");
  const dark = await ground();
  assert.notEqual(dark, light);
  const elsewhere = await person(browser, server, { name: "okil", theme: "light", javaScript: false });
  assert.equal(await elsewhere.page.evaluate(() => getComputedStyle(document.body).backgroundColor), dark, "in every browser, without a script");
  await Promise.all([self.close(), elsewhere.close()]);
});

test("what can't be undone is asked about once more", async () => {
  const self = await person(browser, server, { name: "akimat" });
  const other = await person(browser, server, { name: "akimat" });
  await self.page.goto("/account");
  let asked = "";
  self.page.once("dialog", (dialog) => {
    asked = dialog.message();
    dialog.dismiss();
  });
  const end = 'button.grave[data-confirm]';
  await self.page.click(end);
  assert.match(asked, /құрылғылардың/);
  await other.page.goto("/account");
  assert.equal(road.path(other.page), "/account", "who said no has done nothing");
  self.page.once("dialog", (dialog) => dialog.accept());
  await road.press(self.page, end);
  await other.page.goto("/account");
  assert.equal(road.path(other.page), "/sign-in");
  await Promise.all([self.close(), other.close()]);
});

test("the pointer that chooses in a filter has chosen, and a chip takes it back", async () => {
  const self = await person(browser, server, { name: "akimat" });
  const { page } = self;
  await page.goto("/lists");
  await page.click(".filter summary");
  await page.hover("#filter-state");
  await page.mouse.down();
  await page.mouse.up();
  await Promise.all([page.waitForURL(/state=draft/), page.selectOption("#filter-state", "draft")]);
  assert.equal(await page.locator(".filter .tags a").count(), 2);
  await Promise.all([page.waitForURL(/\/lists$/), page.click(".filter .tags a >> nth=0")]);
  await self.close();
});

test("the keyboard alone leads from signing in to a list that is sent", async () => {
  const self = await person(browser, server, {});
  const { page } = self;
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".skip")), "the first key leads past the bar");
  await tabTo(page, "#email");
  await page.keyboard.type("akimat@demo.invalid");
  await tabTo(page, "#password");
  await page.keyboard.type(PASSWORD);
  await enter(page);
  await tabTo(page, '.menu a[href="/lists"]');
  await enter(page);
  await tabTo(page, `main a[href="${list}"]`);
  await enter(page);
  await tabTo(page, "#outgoing_number");
  await page.keyboard.type("03-12/9");
  await tabTo(page, "#statement");
  await page.keyboard.press("Space");
  await tabTo(page, 'form[action$="/dispatches"] button.button');
  await enter(page);
  assert.equal(road.path(page), list);
  assert.equal(await page.locator("#summary").count(), 0);
  assert.match(await page.innerText("main"), /03-12\/9/, "the list has gone out under its number");
  assert.deepEqual(self.faults, []);
  await self.close();
});
