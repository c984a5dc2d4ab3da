// Decisions looked over, corrections seen, forms sent twice or late: on a phone, in Kazakh.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, launch, person } from "./browser.mjs";
import { look } from "./look.mjs";
import * as road from "./road.mjs";
import { startServer } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const people = (...names) => Promise.all(names.map((name) => person(browser, server, { name, viewport: PHONE })));
const text = (page) => page.textContent("main");
const SAVE = 'main form[action$="/decisions"] button.button:not(.quiet)';

async function decisionForm(page, squad, fields) {
  await page.goto(`${squad}/decisions/new`);
  for (const [name, value] of Object.entries({ number: "7", presided_by: "Үлгібаев Нұрлан", votes_for: "9", ...fields })) await page.fill(`#${name}`, value);
  await page.click(SAVE);
}

test("one decision creates two squads, and a slip of the pen in it is mended", async () => {
  const [akimat, secretary] = await people("akimat", "hatshy");
  const { page } = secretary;
  const first = await road.propose(akimat.page);
  const second = await road.propose(akimat.page, { kk: "Қалқан", ru: "Щит", area: "Сынақ ауылдық округі" });
  await decisionForm(page, first.squad);
  await page.waitForSelector("text=Шешімді тексеріңіз");
  await look(secretary, "the decision once more");
  // Back to the form and forth again: nothing is lost.
  await page.click('button[name="edit"]');
  await page.waitForSelector("#votes_for");
  assert.equal(await page.inputValue("#presided_by"), "Үлгібаев Нұрлан");
  await page.click(SAVE);
  await page.waitForSelector("text=Шешімді тексеріңіз");
  await page.click(SAVE);
  await page.waitForURL(/\/squads\/[0-9a-f]{32}$/);

  await decisionForm(page, second.squad, { decided_on: `${new Date().getFullYear()}-01-01` });
  await page.waitForSelector("#recorded");
  assert.match(await text(page), /Бұл нөмірмен шешім енгізілген/);
  await look(secretary, "the form beside the recorded decision");
  await page.click('button[name="same"]');
  await page.waitForSelector("text=жаңа тармақ соған қосылады");
  await page.click(SAVE);
  await page.waitForURL(/\/squads\/[0-9a-f]{32}$/);

  await page.goto("/decisions");
  await page.click('main a[href^="/decisions/"]');
  await page.fill("#number", "17");
  await page.click('main form[action^="/decisions/"] button.button');
  await page.waitForSelector("#corrections");
  assert.match(await page.textContent("h1"), /№ 17/);
  assert.match(await page.textContent("del"), /№ 7/);
  assert.equal(await page.locator('main a[href^="/squads/"]').count(), 2, "both squads stand on it");
  await look(secretary, "the corrected decision");
  for (const self of [akimat, secretary]) await self.close();
});

test("the officer sees what was corrected in an entry that came back", async () => {
  const [akimat, secretary, officer] = await people("akimat", "hatshy", "tekserushi");
  const { squad } = await road.propose(akimat.page, { kk: "Тірек", ru: "Опора", area: "Үлгі ауылдық округі" });
  await road.decide(secretary.page, squad, { number: "21" });
  const list = await road.listOf(akimat.page, squad);
  await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
  await road.send(akimat.page, list);
  await road.receive(officer.page, list);
  await officer.page.goto(`${list}/returns`);
  await officer.page.locator('select[name^="code-"]').first().selectOption("name_differs");
  await officer.page.click('form[action$="/returns"] button.button:not(.quiet)');
  await officer.page.waitForURL(new RegExp(`${list}$`));

  await akimat.page.goto(list);
  assert.match(await text(akimat.page), /Әлі түзетілмеген/);
  const entry = await akimat.page.locator('main tr a[href^="/entries/"]').first().getAttribute("href");
  await akimat.page.goto(`${entry}/edit`);
  await akimat.page.fill("#surname", "Үлгібаева");
  await akimat.page.click('main form button.button:not(.quiet)');
  await akimat.page.waitForURL(new RegExp(`${entry}|${list}`));
  await road.send(akimat.page, list, "03-12/418");
  await road.receive(officer.page, list, "89");
  await officer.page.goto(list);
  assert.equal((await text(officer.page)).match(/Түзетіліп қайта жіберілді/g)?.length, 1);
  await officer.page.goto(entry);
  assert.equal(await officer.page.textContent("#changes ins"), "Үлгібаева");
  await look(officer, "an entry that came back");
  for (const self of [akimat, secretary, officer]) await self.close();
});

test("a form sent twice shows its first result, and one that is late shows both sides", async () => {
  const [akimat, secretary, officer] = await people("akimat", "hatshy", "tekserushi");
  const { squad } = await road.propose(akimat.page, { kk: "Ұшқын", ru: "Искра", area: "Үлгі ауылдық округі" });
  await road.decide(secretary.page, squad, { number: "31" });
  const list = await road.listOf(akimat.page, squad);
  await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
  await road.send(akimat.page, list);
  // Two windows of one officer.
  const { page } = officer;
  const window = await officer.context.newPage();
  for (const [own, number] of [[page, "88"], [window, "99"]]) {
    await own.goto(list);
    await own.fill("#incoming_number", number);
  }
  const press = 'form[action$="/receipts"] button.button';
  // The very form goes twice, as by an impatient finger on a slow line.
  const body = await page.$eval('form[action$="/receipts"]', (form) => new URLSearchParams(new FormData(form)).toString());
  const answers = await page.evaluate(async ([to, sent]) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const send = () => fetch(to, { method: "POST", headers, body: sent }).then((answer) => answer.text());
    return [await send(), await send()];
  }, [`${list}/receipts`, body]);
  const isRepeated = (html) => html.includes("Бұл нысан бұрын енгізілген: ештеңе қайталанған жоқ");
  assert.deepEqual(answers.map(isRepeated), [false, true]);

  await window.click(press);
  await window.waitForSelector("text=Сіз мұны жасап қойғансыз");
  assert.match(await window.textContent("#sent"), /99/, "the own words are not lost");
  assert.match(await text(window), /Қазіргі жағдайы/);
  await look({ page: window, faults: officer.faults }, "the late form");

  await page.goto("/squads/0192f0c0000070008000000000000000");
  await page.click('.languages button[value="ru"]');
  await page.waitForSelector('html[lang="ru"]');
  assert.match(await text(page), /Страница не найдена/);
  await page.click('.languages button[value="kk"]');
  await page.waitForSelector('html[lang="kk"]');
  for (const self of [akimat, secretary, officer]) await self.close();
});
