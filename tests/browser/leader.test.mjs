// The leader of a squad on a telephone: a night duty from its proposal to the members' answers, the first page without a
// network, a report over a line that breaks, and the end of the leader's term. Each part goes on where the last one ended.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, launch, person, signIn } from "./browser.mjs";
import { openPostbox } from "./postbox.mjs";
import * as road from "./road.mjs";
import { PASSWORD, startServer } from "./server.mjs";

const LEADER = "Сынақбаев Ерлан";
const COMES = { name: "Жобаева Әсел", address: "keledi@mail.invalid" };
const STAYS = { name: "Мысалов Дәурен", address: "kelmeidi@mail.invalid" };

let postbox, server, browser, squad, unit, phone, members, login, plan;
before(async () => {
  postbox = await openPostbox();
  [server, browser] = await Promise.all([startServer({ mail: postbox.url }), launch()]);
  const [akimat, secretary, officer] = await Promise.all(["akimat", "hatshy", "tekserushi"].map((name) => person(browser, server, { name })));
  ({ squad } = await road.propose(akimat.page));
  await road.decide(secretary.page, squad, { leader: { label: LEADER } });
  const list = await road.listOf(akimat.page, squad);
  await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
  await road.send(akimat.page, list);
  await road.receive(officer.page, list);
  await road.registers(officer.page, list);
  await road.outcomes(officer.page, list, { removed: 1, registered: 4 });
  unit = await person(browser, server, { name: "okil" });
  phone = await person(browser, server, { viewport: PHONE });
  members = await road.members(unit.page, squad);
  await Promise.all([akimat, secretary, officer].map((one) => one.close()));
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await postbox?.stop();
});

/** The page of a member, by the beginning of the name. */
const memberOf = (name) => members.find((member) => member.name.startsWith(name)).path;
/** What stands beside somebody who was asked to go. */
const answerOf = (page, name) => page.locator('main ul.rows li', { hasText: name }).locator(".tag").innerText();
const text = (page) => page.innerText("main");

test("the unit prepares four people, and the leader comes in by a code", async () => {
  assert.equal(members.length, 4);
  for (const { name, address } of [COMES, STAYS]) await road.contact(unit.page, memberOf(name), address);
  await road.train(unit.page, squad);
  login = await road.leader(unit.page, phone.page, memberOf(LEADER), PASSWORD);
  await signIn(phone.page, login);
  assert.match(await text(phone.page), /Қызметке шыға алады: 4 \/ 7/);
});

test("a night duty is proposed, returned, mended, agreed, and the leader chooses who goes", async () => {
  plan = await road.plan(phone.page);
  await unit.page.goto("/inbox");
  await unit.page.click(`main a[href="${plan}"]`);
  await road.giveBack(unit.page, plan, "Бір сағат кейін бастаңыз");
  await phone.page.goto("/plans");
  await phone.page.click(`main a[href="${plan}"]`);
  assert.match(await text(phone.page), /Бөлімше өзгертуді сұрайды: Бір сағат кейін бастаңыз/);
  assert.equal(await phone.page.inputValue("#from"), "22:00", "the form holds what was proposed");
  await phone.page.fill("#from", "23:00");
  await road.press(phone.page, "#form button.button");
  await road.agree(unit.page, plan);
  await road.assign(phone.page, plan, [COMES.name, STAYS.name]);
  for (const { name } of [COMES, STAYS]) assert.equal(await answerOf(phone.page, name), "Жауап күтілуде");
  assert.match(await text(phone.page), /Шығады: 2 \/ 2/);
  assert.match(await phone.page.innerText("h1"), /23:00 – .*06:00/);
});

test("members answer by the link of their mail, without JavaScript, and looking at it answers nothing", async () => {
  const member = await person(browser, server, { viewport: PHONE, javaScript: false });
  const links = {};
  for (const { name, address } of [COMES, STAYS]) {
    const { mail, path } = await postbox.latest(address, "/assignments/");
    const calendars = mail.attachments.filter(({ contentType }) => contentType === "text/calendar");
    assert.deepEqual(calendars.map(({ filename }) => filename), ["jasaq.ics"]);
    const entry = calendars[0].content.toString();
    assert.match(entry, /^METHOD:PUBLISH\r$/m);
    assert.equal(entry.match(/^BEGIN:VEVENT\r$/gm).length, 1);
    assert.ok(!entry.includes("ATTENDEE") && !entry.includes("Мектеп алды"), "nobody's name and no place travels");
    links[name] = path;
  }
  assert.notEqual(links[COMES.name], links[STAYS.name]);
  for (const { name } of [COMES, STAYS]) {
    for (let looks = 0; looks < 2; looks++) await member.page.goto(links[name]);
    assert.match(await text(member.page), /Мектеп алды[^]*Жауап күтілуде[^]*Келесіз бе/);
  }
  await phone.page.goto(plan);
  for (const { name } of [COMES, STAYS]) assert.equal(await answerOf(phone.page, name), "Жауап күтілуде");

  await member.page.goto(links[COMES.name]);
  await road.press(member.page, 'form[action$="/confirmation"] button');
  assert.equal(await member.page.innerText("main .tag"), "Келеді");
  await member.page.goto(links[STAYS.name]);
  await road.press(member.page, 'form[action$="/refusal"] button');
  assert.match(await text(member.page), /Келе алмайтыныңыз белгіленді, басшыға хабарланды/);
  await phone.page.goto(plan);
  assert.equal(await answerOf(phone.page, COMES.name), "Келеді");
  assert.equal(await answerOf(phone.page, STAYS.name), "Келе алмайды");
  // The leader goes in the place of whoever can't.
  await road.assign(phone.page, plan, [LEADER]);
  assert.match(await text(phone.page), /Шығады: 2 \/ 2/);
  assert.equal(await answerOf(phone.page, COMES.name), "Келеді", "who has said yes is not asked again");
  assert.deepEqual(member.faults, []);
  await member.close();
});

test("the first page is read without a network, until the leader signs out", async () => {
  const { page, context } = phone;
  await page.goto("/my-squad");
  assert.equal(await page.isVisible("#offline"), false);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  // The worker takes the page over with the next visit.
  await page.reload();
  assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
  await context.setOffline(true);
  await page.reload();
  assert.match(await text(page), /Келесі қызметке шығу[^]*23:00 – [^]*Мектеп алды[^]*Шығады: 2 \/ 2/);
  assert.ok(await page.isVisible("#offline"));
  assert.match(await page.innerText("#offline"), /Желі жоқ/);
  await context.setOffline(false);
  await page.reload();
  assert.equal(await page.isVisible("#offline"), false, "the network is back");
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["/my-squad"]);
  // Elsewhere than on the page that is kept: the server's answer erases it.
  await page.goto("/plans");
  await road.press(page, 'form[action="/sign-out"] button');
  await context.setOffline(true);
  await assert.rejects(page.goto("/my-squad"), /ERR_(INTERNET_DISCONNECTED|FAILED)/);
  await context.setOffline(false);
  await page.goto("/sign-in");
  assert.deepEqual(await page.evaluate(() => caches.keys()), [], "nothing is kept");
  await signIn(page, login);
});

test("a report over a line that breaks arrives once, and its sender sees that it was read", async () => {
  const { page } = phone;
  await road.account(page);
  const keys = [];
  // The server has it, and its answer is lost.
  await page.route("**/reports", async (route) => {
    const request = route.request();
    if (request.method() === "POST") keys.push(request.postData());
    if (request.method() !== "POST" || keys.length > 1) return route.fallback();
    const answer = await route.fetch({ maxRedirects: 0 });
    assert.equal(answer.status(), 303);
    await route.abort("connectionreset");
  });
  await page.click("#form button.button");
  await page.waitForURL(/chrome-error/);
  // The browser's own button: the form goes out again as it was.
  await page.reload();
  await page.waitForURL(/\/reports\/[0-9a-f]{32}/);
  assert.ok(keys.length === 2 && keys[0] === keys[1], "the same form was sent twice");
  const report = road.path(page);
  await page.goto("/reports");
  const reports = page.locator('main .rows a[href^="/reports/"]');
  assert.deepEqual(await reports.evaluateAll((all) => all.map((a) => a.getAttribute("href"))), [report]);
  assert.match(await page.innerText("main .rows"), /Жіберілді/);

  await unit.page.goto("/inbox");
  await unit.page.click(`main a[href="${report}"]`);
  assert.match(await text(unit.page), /Өзен бойы, ескі өткел[^]*Құмда екі адамның ізі/);
  await road.press(unit.page, 'form[action$="/acknowledgement"] button');
  await page.goto(report);
  assert.equal(await page.innerText("main .tag"), "Бөлімше оқыды");
  await unit.page.goto("/inbox");
  assert.equal(await unit.page.locator(`main section:not(:has(details)) a[href="${report}"]`).count(), 0, "nothing is left to be done");
});

test("whom the unit takes off the record leads no longer, and goes on no duty", async () => {
  await road.takeOff(unit.page, memberOf(LEADER));
  const secretary = await person(browser, server, { name: "hatshy" });
  const leaderless = secretary.page.locator("main section", { hasText: "Басшысы жоқ жасақтар" });
  assert.match(await leaderless.innerText(), /«Тірек»[^]*басшының орны босады/);
  const work = secretary.page.locator("main section:not(:has(details)) li", { hasText: "Жасақтың басшысы жоқ: мәселені кеңеске енгізу" });
  assert.equal(await work.count(), 1);

  // The very next request: neither plans nor the duty itself, nor a form to propose another.
  assert.equal((await phone.page.goto("/plans")).status(), 200);
  assert.match(await text(phone.page), /Қызметке шығу жоспарланбаған/);
  assert.equal(await phone.page.locator('main a[href^="/plans/"]').count(), 0);
  for (const path of [plan, `${plan}/sheet`, "/plans/new", "/my-squad/days-away"]) {
    assert.ok([403, 404].includes((await phone.page.goto(path)).status()), path);
  }
  await phone.page.goto("/my-squad");
  assert.match(await text(phone.page), /өкілеттігіңіз тоқтатылды/);
  await unit.page.goto(plan);
  assert.match(await text(unit.page), /Шығады: 1 \/ 2/);
  assert.ok(!(await text(unit.page)).includes(LEADER), "the duty is no longer the leader's");
  for (const { faults } of [phone, unit, secretary]) assert.deepEqual(faults, [], "nothing in the console");
  await secretary.close();
});
