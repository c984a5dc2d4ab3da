// The road of clauses 7 and 19 as three people walk it with a mouse: proposal, decision, list, vetting, removal.
import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "./server.mjs";

const LIST = join(ROOT, "tests/fixtures/lists/01_kurmangazy_kk_iin_as_number.xlsx");
/** People in that file. */
export const PEOPLE = 7;

/** The part of an address that names a case. */
export const path = (page) => new URL(page.url()).pathname;

/** Presses a button and waits for the page that it leads to, which may have the same address. */
export async function press(page, button) {
  await Promise.all([page.waitForEvent("load"), page.click(button)]);
}

/** Pictures of cards with nobody on them, drawn by the browser itself. */
export async function cards(browser, count) {
  const page = await browser.newPage({ viewport: { width: 640, height: 404 } });
  const drawn = [];
  for (let n = 1; n <= count; n++) {
    await page.setContent(`<body style="margin:0;background:#dfe9ec;font:28px sans-serif;color:#23404d">
      <div style="margin:24px;border:3px solid #7fa3b1;border-radius:24px;height:340px;padding:24px;background:linear-gradient(160deg,#f7fbfc,#cfe3e8)">
      <b>ҮЛГІ · ОБРАЗЕЦ · SPECIMEN</b><div style="display:flex;gap:24px;margin-top:24px"><div style="width:150px;height:190px;background:#a9c3cc;border-radius:12px"></div>
      <div>Көшірме № ${n}<br><br>ЖСН ············<br>Туған күні ··.··.····</div></div></div></body>`);
    drawn.push({ name: `specimen-${n}.png`, mimeType: "image/png", buffer: await page.screenshot() });
  }
  await page.close();
  return drawn;
}

/** Acts 1: the akimat proposes a squad with the people of a file. Returns the squad's address. */
export async function propose(page, { kk = "Тірек", ru = "Опора", area = "Үлгі ауылдық округі", file = LIST } = {}) {
  await page.goto("/squads/new");
  await page.fill("#name_kk", kk);
  await page.fill("#name_ru", ru);
  await page.fill("#area", area);
  await page.selectOption("#unit", { index: 1 });
  await page.setInputFiles("#file", file);
  await page.click('form[action="/squads"] .button');
  await page.waitForURL(/\/imports\/[0-9a-f]{32}/);
  const imported = path(page);
  // Rows with something open are left out by name: the road goes on with the rest.
  if (await page.locator('button[value="leave-out-open"]').count()) await press(page, 'button[value="leave-out-open"]');
  await page.click('main button[name="do"][value="save"]');
  await page.waitForURL(/\/squads\/[0-9a-f]{32}$/);
  return { squad: path(page), imported };
}

/** Act 2: the council creates the squad and appoints a leader. */
export async function decide(page, squad, { number = "7", leader = 1 } = {}) {
  await page.goto(`${squad}/decisions/new`);
  await page.fill("#number", number);
  await page.fill("#presided_by", "Үлгібаев Нұрлан");
  await page.fill("#votes_for", "9");
  if (leader) await page.selectOption("#leader", typeof leader === "number" ? { index: leader } : leader);
  await page.click('main form[action$="/decisions"] button.button:not(.quiet)');
  await page.click('main form[action$="/decisions"]:has([name="looked_over"]) button.button:not(.quiet)');
  await page.waitForURL(/\/squads\/[0-9a-f]{32}$/);
}

/** The list of a squad that the reader of its page sees first. */
export async function listOf(page, squad) {
  await page.goto(squad);
  return page.getAttribute('main a[href^="/lists/"]:not([href*="?"])', "href");
}

/** Act 3: copies are uploaded at once and matched to the people in the order of the list. */
export async function copies(page, list, files) {
  await page.goto(`${list}/copies`);
  await page.setInputFiles('input[name="copy"]', files);
  await page.click('form[action$="/copies"] button.button');
  await page.waitForSelector('form[action$="/copies/matches"]');
  await page.goto(`${list}/copies?per=1`);
  await page.click('form[action$="/copies/matches"] button.button');
  await page.waitForURL(/\/copies$/);
}

/** Act 4: the akimat sends the list under an outgoing number. */
export async function send(page, list, number = "03-12/417") {
  await page.goto(list);
  await page.fill("#outgoing_number", number);
  await page.check("#statement");
  await press(page, 'form[action$="/dispatches"] button.button');
}

/** Act 5: the subdivision receives it. */
export async function receive(page, list, number = "88") {
  await page.goto(list);
  await page.fill("#incoming_number", number);
  await press(page, 'form[action$="/receipts"] button.button');
}

/** Act 7: registers are asked and have answered, for the whole list. */
export async function registers(page, list) {
  await page.goto(list);
  for (const value of await page.$$eval('form[action$="/registers"] button[value$=":asked"]', (all) => all.map((b) => b.value))) {
    await press(page, `form[action$="/registers"] button[value="${value}"]`);
  }
}

/** Act 8: outcomes are chosen, looked at once more, and returned: the first to be removed, so many after it registered. */
export async function outcomes(page, list, { removed = 1, registered = PEOPLE - 1 } = {}) {
  await page.goto(list);
  const rows = page.locator("tbody tr", { has: page.locator('input[type=radio][value="registered"]') });
  for (let n = 0; n < removed + registered; n++) {
    await rows.nth(n).locator(`input[type=radio][value="${n < removed ? "to_be_removed" : "registered"}"]`).check();
  }
  await page.click('form[action$="/outcomes/preview"] button.button');
  await page.waitForURL(/\/outcomes\/preview$/);
  assert.equal(await page.locator('main input[name^="outcome-"]').count(), removed + registered, "the preview holds every choice");
  await page.click('main form[action$="/outcomes"] button.button:not(.quiet)');
  await page.waitForURL(new RegExp(`${list}$`));
}

/** Act 9: the akimat removes whom it was told to remove. */
export async function remove(page, list) {
  await page.goto(list);
  // With JavaScript it is asked once more.
  const yes = (dialog) => dialog.accept();
  page.once("dialog", yes);
  await press(page, 'form[action$="/removals"] button.button');
  page.off("dialog", yes);
}

/** The members of a squad as the unit sees them: `{ name, path }`. */
export async function members(page, squad) {
  await page.goto(squad);
  return page.$$eval('main a[href*="/members/"]', (all) => all.map((a) => ({ name: a.textContent.trim(), path: a.getAttribute("href") })));
}

/** The unit makes sure of the email and telephone of a member. */
export async function contact(page, member, email, phone = "87010000107") {
  await page.goto(member);
  await page.fill("#email", email);
  await page.fill("#phone", phone);
  await page.click("#form button.button");
  await page.waitForSelector("main .tag.ok");
}

/** The unit records legal training: those who have had none are ticked already. */
export async function train(page, squad) {
  await page.goto(`${squad}/trainings/new`);
  await page.fill("#base", "2035 әскери бөлімі");
  await page.fill("#held_by", "Образцов А.");
  await press(page, "#form button.button");
}

/** The unit takes a member off the record at the member's wish, and looks it over. */
export async function takeOff(page, member) {
  await page.goto(`${member}/off-record`);
  await page.check('input[name="item"][value="15.5"]');
  await page.fill("#arose_on", await page.getAttribute("#arose_on", "max"));
  await page.click("#form button.button");
  await page.click("#form button.grave");
  await page.waitForSelector('main a[href="/notices"]');
}

/** The unit prints login and code, and the leader sets a password with them. Returns the login. */
export async function leader(unit, phone, member, password) {
  await unit.goto(member);
  await press(unit, 'form[action$="/leader"] button[value="code"]');
  const [login, code] = (await unit.locator("dd.code").allTextContents()).map((text) => text.trim());
  await phone.goto("/code");
  await phone.fill("#code", code);
  await press(phone, "#form button.button");
  await phone.fill("#password", password);
  await phone.fill("#again", password);
  await press(phone, "#form button.button");
  return login;
}

/** The leader proposes a night duty. Returns its path. */
export async function plan(page, fields = {}) {
  await page.goto("/plans/new");
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  for (const [field, value] of Object.entries({ day, from: "22:00", to: "06:00", area: "Өзен бойы, көпірден шығысқа", meeting_point: "Мектеп алды", people: "2", ...fields })) {
    await page.fill(`#${field}`, value);
  }
  await page.check('input[name="activity-10.1"]');
  await page.click("#form button.button");
  await page.waitForURL(/\/plans\/[0-9a-f]{32}$/);
  return path(page);
}

/** The unit returns a plan with a remark. */
export async function giveBack(page, plan, remark = "Бір сағат кейін бастаңыз") {
  await page.goto(plan);
  await page.fill("#remark", remark);
  await press(page, 'form[action$="/return"] button.button');
}

/** The unit agrees to a plan. */
export async function agree(page, plan) {
  await page.goto(plan);
  await press(page, 'form[action$="/agreement"] button.button');
}

/** The leader chooses who goes, by name. */
export async function assign(page, plan, names) {
  await page.goto(plan);
  for (const name of names) await page.locator('form[action$="/assignments"] label', { hasText: name }).locator("input").check();
  await press(page, 'form[action$="/assignments"] button.button');
}

/** An administrator enters what certificates say of the head; gives the form's path. */
export async function signatory(admin) {
  await admin.goto("/people");
  const people = await admin.$$eval('main table a[href^="/people/"]', (all) => all.map((a) => a.getAttribute("href")));
  for (const one of new Set(people)) {
    await admin.goto(one);
    if (await admin.locator('main a[href$="/signatory"]').count()) break;
  }
  await press(admin, 'main a[href$="/signatory"]');
  const form = path(admin);
  const words = {
    position_kk: "Аумақтық бөлімше бастығы", position_ru: "Начальник территориального подразделения", rank_kk: "полковник",
    rank_ru: "полковник", place_kk: "Сынақ қаласы, 1-бөлме", place_ru: "город Сынак, кабинет 1",
  };
  for (const [field, value] of Object.entries(words)) await admin.fill(`#${field}`, value);
  await press(admin, "#form button.button");
  return form;
}

/** The head signs all certificates that wait, but for so many; gives the page's path. */
export async function sign(head, left = 0) {
  await head.goto("/certificates");
  await press(head, 'main a[href$="/signing"]');
  const page = path(head);
  const ticks = head.locator('#form input[type="checkbox"]');
  for (let n = 0; n < left; n++) await ticks.nth(n).uncheck();
  await press(head, "#form button.button");
  return page;
}

/** The pages of the certificates in that state, for that reader. */
export async function certificates(page, state) {
  await page.goto(`/certificates?state=${state}`);
  return page.$$eval('main td a[href^="/certificates/"]', (all) => all.map((a) => a.getAttribute("href")));
}

/** Fills in what the leader or the unit reports. */
export async function account(page, { regime = "border", place = "Өзен бойы, ескі өткел", seen = "Құмда екі адамның ізі, жаңа." } = {}) {
  await page.goto("/reports/new");
  await page.check(`input[name="regime"][value="${regime}"]`);
  await page.fill("#place", place);
  await page.fill("#seen", seen);
}

/** The path of the link in the latest mail to that address that has one which begins so, once the demo has delivered it. */
export async function link(page, address, prefix) {
  for (let tries = 0; tries < 50; tries++) {
    await page.goto("/dev/mail");
    const mails = page.locator("main li", { has: page.locator(`small:text-is("${address}")`) }).locator("a");
    for (const mail of await mails.evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
      await page.goto(mail);
      const found = page.locator(`main a[href*="${prefix}"]`).first();
      if (await found.count()) return new URL(await found.getAttribute("href"), page.url()).pathname;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`no mail to ${address} with ${prefix}`);
}

/** Fills in the form of an application. */
export async function fillApplication(page, { iin = "870410399018", email = "otinishov@mail.invalid", address = "" } = {}) {
  await page.check('input[name="document_kind"][value="passport"]');
  for (const [field, value] of Object.entries({ surname: "Өтінішов", given_name: "Сынақ", patronymic: "Үлгіұлы", iin, email, address })) {
    await page.fill(`#${field}`, value);
  }
  await page.check('input[name="consent"]');
}
