// A certificate from the head's signature to the check on somebody's telephone: the paper is read as a printer prints it, and is
// void the moment its holder goes off the record. Each part goes on where the last one ended.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { PHONE, launch, person } from "./browser.mjs";
import * as road from "./road.mjs";
import { startServer } from "./server.mjs";

let server, browser, squad, officer, head, unit, anybody, certificate, code;
before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  const [akimat, secretary] = await Promise.all(["akimat", "hatshy"].map((name) => person(browser, server, { name })));
  [officer, head, unit] = await Promise.all(["tekserushi", "bastyq", "okil"].map((name) => person(browser, server, { name })));
  anybody = await person(browser, server, { viewport: PHONE, javaScript: false });
  ({ squad } = await road.propose(akimat.page));
  await road.decide(secretary.page, squad);
  const list = await road.listOf(akimat.page, squad);
  await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
  await road.send(akimat.page, list);
  await road.receive(officer.page, list);
  await road.registers(officer.page, list);
  await road.outcomes(officer.page, list, { removed: 1, registered: 6 });
  await Promise.all([akimat, secretary].map((one) => one.close()));
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const text = (page) => page.innerText("main");
const check = async () => {
  await anybody.page.goto(`/C/${code}`);
  return text(anybody.page);
};

test("the head signs once the administrator has entered position and rank", async () => {
  await head.page.goto("/inbox");
  await road.press(head.page, 'main a[href^="/certificate-registers/"]');
  await road.press(head.page, 'main a[href$="/signing"]');
  assert.match(await text(head.page), /лауазымыңыз бен әскери атағыңыз енгізілмеген/);
  assert.equal(await head.page.locator("#form button.button").count(), 0, "nothing can be signed");
  const admin = await person(browser, server, { name: "akimshi3" });
  await road.signatory(admin.page);
  await admin.close();
  await road.sign(head.page);
  assert.equal((await road.certificates(head.page, "signed")).length, 6);
});

test("an officer prints the paper, and its words are those of the form", async () => {
  [certificate] = await road.certificates(officer.page, "signed");
  await officer.page.goto(certificate);
  const [download] = await Promise.all([officer.page.waitForEvent("download"), officer.page.click('form[action$="/printing"] button')]);
  const paper = execFileSync("pdftotext", ["-raw", await download.path(), "-"]).toString().replaceAll(/\s+/g, " ");
  assert.match(paper, /№ Е00000\d куәлік .+ ерікті жасақшысы болып табылады\. .+ аумақтық бөлімшесі Жеке қолы: Куәлік \d{4} жылғы «\d\d» [а-яәғқңөұүһі]+ берілді М\.О\. Осы куәлікті көрсетуші/);
  assert.ok(paper.includes("полковник"));
  [code] = paper.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
  await officer.page.goto(certificate);
  assert.match(await text(officer.page), /алғашқы рет/);
});

test("anybody checks it: not valid before it is handed over, valid after, and no word of its holder", async () => {
  assert.match(await check(), /Куәлік жарамсыз/);
  const holder = await officer.page.locator("main dd a").first().innerText();
  await officer.page.fill("#document", "жеке куәлік");
  await road.press(officer.page, 'form[action$="/handing-over"] button.button');
  const said = await check();
  assert.match(said, /Куәлік жарамды[^]*Ерікті жасақ мүшесінің куәлігі, № Е00000/);
  assert.ok(!said.includes(holder.split(" ")[0]) && !said.includes("Тірек"));
  // By hand, in another language, and without the hyphens.
  await anybody.page.click('.languages button[value="ru"]');
  await anybody.page.fill("#code", code.toLowerCase().replaceAll("-", " "));
  await anybody.page.click("#form button.button");
  assert.match(await text(anybody.page), /Удостоверение действительно/);
  assert.deepEqual(await anybody.context.cookies(), []);
});

test("the holder goes off the record, and the next check says that it is void", async () => {
  await officer.page.goto(certificate);
  const holder = await officer.page.locator("main dd a").first().getAttribute("href");
  await road.takeOff(unit.page, holder);
  assert.match(await check(), /Куәлік жарамсыз/);
  await officer.page.goto("/inbox");
  assert.match(await text(officer.page), /Жарамсыз куәліктердің бланкі туралы белгі қою/);
  await officer.page.goto(certificate);
  await officer.page.check('input[name="fate"][value="handed_in"]');
  await road.press(officer.page, 'form[action$="/paper"] button.button');
  assert.match(await text(officer.page), /тапсырылды/);
  for (const { faults } of [officer, head, unit, anybody]) assert.deepEqual(faults, [], "nothing in the console");
});
