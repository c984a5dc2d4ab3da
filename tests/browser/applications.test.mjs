// A person applies on paper: the officer enters the application on a narrow screen, vets, looks the decision over and records it;
// the head signs; anybody checks; the unit ends the record. And a refusal, whose letter is read in both languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PHONE, launch, person } from "./browser.mjs";
import * as road from "./road.mjs";
import { startServer } from "./server.mjs";

let server, browser, officer, head, unit, akimat, place;
before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  officer = await person(browser, server, { name: "tekserushi", viewport: PHONE });
  [head, unit, akimat] = await Promise.all(["bastyq", "okil", "akimat"].map((name) => person(browser, server, { name })));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const text = (page) => page.innerText("main");

test("an officer enters an application, and a slip loses nothing that was typed", async () => {
  await officer.page.goto("/applications");
  await road.press(officer.page, 'main a[href="/applications/new"]');
  await road.fillApplication(officer.page, { email: "" });
  await officer.page.click("#form button.button");
  assert.match(await text(officer.page), /телефонды, мекенжайды немесе электрондық поштаны/);
  assert.equal(await officer.page.inputValue("#surname"), "Өтінішов");
  assert.equal(await officer.page.evaluate(() => document.activeElement.id), "summary", "the faults are read first");
  await officer.page.fill("#email", "otinishov@mail.invalid");
  await road.press(officer.page, "#form button.button");
  place = road.path(officer.page);
  assert.match(await text(officer.page), /Қағидаларда белгіленген мерзім/);
});

test("the registers are noted, a copy is attached, and the decision is looked over before it is recorded", async () => {
  for (const note of ["all:asked", "all:answered"]) await road.press(officer.page, `button[value="${note}"]`);
  assert.match(await text(officer.page), /жеке куәліктің немесе паспорттың көшірмесі жоқ/);
  const [card] = await road.cards(browser, 1);
  await officer.page.setInputFiles("#copy-identity", card);
  await road.press(officer.page, 'form:has(#copy-identity) button.button');
  await officer.page.selectOption("#unit", { index: 1 });
  await road.press(officer.page, 'button[name="decision"][value="accepted"]');
  assert.match(await text(officer.page), /otinishov@mail\.invalid/);
  await road.press(officer.page, '#form button.button');
  assert.equal(road.path(officer.page), place);
  assert.match(await text(officer.page), /Хабарланды/);
});

test("the head signs, the officer hands over, and anybody checks a certificate of Appendix 1", async () => {
  const admin = await person(browser, server, { name: "akimshi3" });
  await road.signatory(admin.page);
  await admin.close();
  await road.sign(head.page);
  const [certificate] = await road.certificates(officer.page, "signed");
  await officer.page.goto(certificate);
  const [download] = await Promise.all([officer.page.waitForEvent("download"), officer.page.click('form[action$="/printing"] button')]);
  const paper = execFileSync("pdftotext", ["-raw", await download.path(), "-"]).toString().replaceAll(/\s+/g, " ");
  assert.match(paper, /№ Ш000001 куәлік .*штаттан тыс/);
  const [code] = paper.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
  await officer.page.goto(certificate);
  await officer.page.fill("#document", "паспорт");
  await road.press(officer.page, 'form[action$="/handing-over"] button.button');
  const anybody = await person(browser, server, { viewport: PHONE, javaScript: false });
  await anybody.page.goto(`/C/${code}`);
  assert.match(await text(anybody.page), /Куәлік жарамды/);
  await road.takeOff(unit.page, `${place}/record`);
  await anybody.page.goto(`/C/${code}`);
  assert.match(await text(anybody.page), /Куәлік жарамсыз/);
  await anybody.close();
});

test("a refusal has no field for a reason, and its letter names the clause in both languages", async () => {
  await officer.page.goto("/applications/new");
  await road.fillApplication(officer.page, { iin: "880504399010", email: "", address: "Үлгі ауылы, 1" });
  await road.press(officer.page, "#form button.button");
  const refused = road.path(officer.page);
  await road.press(officer.page, 'button[value="all:asked"]');
  await road.press(officer.page, 'button[name="decision"][value="refused"]');
  assert.equal(await officer.page.locator("main textarea, main input[type=text]").count(), 0);
  await road.press(officer.page, "#form button.button");
  for (const [language, words] of [["kk", /17-тармағына сәйкес бас тарту себептері көрсетілмейді/], ["ru", /пункту 17 Правил привлечения граждан .* мотивы отказа не указываются/]]) {
    const answer = await officer.page.request.get(`${refused}/letter/${language}`);
    const file = join(tmpdir(), `letter-${language}-${process.pid}.pdf`);
    await writeFile(file, await answer.body());
    assert.match(execFileSync("pdftotext", ["-raw", file, "-"]).toString().replaceAll(/\s+/g, " "), words);
  }
  await officer.page.check('input[name="channel"][value="in_hand"]');
  await officer.page.fill("#proof", "қолхат № 5");
  await road.press(officer.page, 'form[action$="/notice"] button.button');
  assert.match(await text(officer.page), /Хабарланды/);
});

test("the akimat has no menu for it, and its addresses do not exist", async () => {
  await akimat.page.goto("/inbox");
  assert.equal(await akimat.page.locator('nav a[href="/applications"]').count(), 0);
  for (const path of [place, "/applications", `${place}/record`]) {
    assert.equal((await akimat.page.goto(path)).status(), 404);
  }
  for (const { faults } of [officer, head, unit]) assert.deepEqual(faults, [], "nothing in the console");
});
