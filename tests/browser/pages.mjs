// Every page of the house, each with somebody whose page it is, once the road has been walked far enough to fill them.
import { join } from "node:path";
import { person, signIn } from "./browser.mjs";
import * as road from "./road.mjs";
import { PASSWORD, ROOT } from "./server.mjs";

const OTHERS = join(ROOT, "tests/fixtures/lists/02_zaisan_ru_text_dates.xlsx");

/**
 * Walks until one list is being vetted with one person returned, one to be removed and three registered, one list is a draft
 * without copies, one squad waits for the council, and the leader of the first has a duty with people, one that is proposed, and
 * one that was returned. Returns the pages: `{ name, who, path }`, `who` being null for anybody's.
 */
export async function prepare(browser, server) {
  const [akimat, secretary, officer] = await Promise.all(["akimat", "hatshy", "tekserushi"].map((name) => person(browser, server, { name })));
  const { squad } = await road.propose(akimat.page);
  await road.decide(secretary.page, squad, { leader: { label: "Сынақбаев Ерлан" } });
  const list = await road.listOf(akimat.page, squad);
  await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
  await road.send(akimat.page, list);
  await road.receive(officer.page, list);
  await road.registers(officer.page, list);
  await road.outcomes(officer.page, list, { removed: 1, registered: 3 });
  await officer.page.goto(`${list}/returns`);
  await officer.page.locator("main select").first().selectOption({ index: 1 });
  await road.press(officer.page, "main form button.button:not(.quiet)");

  const draft = await road.propose(akimat.page, { kk: "Қалқан", ru: "Щит", area: "Мысал ауылдық округі", file: OTHERS });
  await road.decide(secretary.page, draft.squad, { number: "8", leader: 0 });
  const draftList = await road.listOf(akimat.page, draft.squad);
  await akimat.page.goto(`${draftList}/copies`);
  await akimat.page.setInputFiles('input[name="copy"]', await road.cards(browser, 3));
  await akimat.page.click('form[action$="/copies"] button.button');
  await akimat.page.waitForSelector('form[action$="/copies/matches"]');
  const waiting = await road.propose(akimat.page, { kk: "Ұлан", ru: "Улан", area: "Өрнек ауылы", file: OTHERS });

  await akimat.page.goto(`${squad}/imports/new`);
  await akimat.page.setInputFiles("#file", OTHERS);
  await akimat.page.click("main form button.button:not(.quiet)");
  await akimat.page.waitForURL(/\/imports\/[0-9a-f]{32}/);
  const imported = road.path(akimat.page);

  const entries = (page, on) => page.goto(on).then(() => page.$$eval('main a[href^="/entries/"]', (all) => [...new Set(all.map((a) => a.getAttribute("href").split("#")[0]))]));
  const [ours, vetted] = [await entries(akimat.page, list), await entries(officer.page, list)];
  const returned = await akimat.page.$eval('tr:has(.tag.bad):has(small) a[href^="/entries/"]', (a) => a.getAttribute("href")).catch(() => ours[3]);
  await secretary.page.goto("/decisions");
  const decision = await secretary.page.getAttribute('main a[href^="/decisions/"]', "href");
  const admin = await person(browser, server, { name: "akimshi" });
  await admin.page.goto("/people");
  const somebody = await admin.page.getAttribute('main table a[href^="/people/"]', "href");
  await admin.page.goto("/bodies");
  const body = await admin.page.getAttribute('main a[href^="/bodies/"]', "href");
  const granter = await person(browser, server, { name: "akimshi3" });
  await granter.page.goto("/people/new");
  await granter.page.fill("#email", "zhana@demo.invalid");
  await granter.page.fill("#name", "Тестов Жаңа");
  await granter.page.selectOption("#duty", { label: "Тексеруді жүргізетін қызметкер" });
  await granter.page.click('main form[action="/people"] button.button');
  await granter.page.waitForURL(/\/people\/[0-9a-f]{32}/);
  const unit = await person(browser, server, { name: "okil" });
  const members = await road.members(unit.page, squad);
  const [leader, goes, leaves] = ["Сынақбаев", "Жобаева", "Мысалова"].map((name) => members.find((member) => member.name.startsWith(name)).path);
  await road.contact(unit.page, leader, "adam@mail.invalid");
  const wish = await road.link(unit.page, "adam@mail.invalid", "/wishes/");
  const stranger = await person(browser, server, { name: null });
  await stranger.page.goto(wish);
  await stranger.page.click('#form button[name="call"]');
  await stranger.page.waitForSelector('form[action$="/withdrawal"]');
  const phone = await person(browser, server, { name: null });
  const login = await road.leader(unit.page, phone.page, leader, PASSWORD);
  await road.train(unit.page, squad);
  await signIn(phone.page, login);
  const plan = await road.plan(phone.page);
  await road.agree(unit.page, plan);
  await road.assign(phone.page, plan, ["Сынақбаев", "Жобаева"]);
  const assignment = await road.link(stranger.page, "adam@mail.invalid", "/assignments/");
  await phone.page.goto("/my-squad/days-away");
  await phone.page.selectOption("#member", goes.split("/").pop());
  for (const [field, days] of [["away_from", 10], ["away_to", 12]]) {
    await phone.page.fill(`#${field}`, new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  }
  await road.press(phone.page, "#form button.button");
  await road.account(phone.page);
  await phone.page.click("#form button.button");
  await phone.page.waitForURL(/\/reports\/[0-9a-f]{32}/);
  const report = road.path(phone.page);
  const waitingPlan = await road.plan(phone.page);
  const returned2 = await road.plan(phone.page);
  await road.giveBack(unit.page, returned2);
  const signatory = await road.signatory(granter.page);
  const head = await person(browser, server, { name: "bastyq" });
  const signing = await road.sign(head.page, 2);
  const [signed] = await road.certificates(head.page, "signed");
  await road.takeOff(unit.page, leaves);
  await unit.page.goto("/notices");
  const letter = await unit.page.getAttribute('main a[href$="/letter"]', "href");
  const applications = [];
  for (const iin of ["870410399018", "880504399010"]) {
    await officer.page.goto("/applications/new");
    await road.fillApplication(officer.page, { iin });
    await road.press(officer.page, "#form button.button");
    applications.push(road.path(officer.page));
    await officer.page.setInputFiles("#copy-identity", await road.cards(browser, 1));
    await road.press(officer.page, "form:has(#copy-identity) button.button");
    await road.press(officer.page, 'button[value="all:asked"]');
  }
  const [accepted, application] = applications;
  await officer.page.goto(accepted);
  await officer.page.selectOption("#unit", { index: 1 });
  await road.press(officer.page, 'button[name="decision"][value="accepted"]');
  await road.press(officer.page, "#form button.button");
  for (const one of [akimat, secretary, officer, admin, granter, unit, stranger, phone, head]) await one.close();

  const of = (who, pages) => Object.entries(pages).map(([name, path]) => ({ name, who, path }));
  return {
    squad, list, draftList, waiting: waiting.squad, leader: login,
    pages: [
      ...of(null, { "sign-in": "/sign-in", "password-reset": "/password-reset", code: "/code", wish, assignment, check: "/C", "check-unknown": "/C/7K4M2QXP9RTDW3VA" }),
      ...of("akimat", {
        inbox: "/inbox", "inbox-done": "/inbox?group=done", squads: "/squads", "squad-new": "/squads/new", squad, "squad-draft": draft.squad, "squad-history": `${squad}/history`,
        "import-new": `${squad}/imports/new`, import: imported, "candidate-new": `${draft.squad}/candidates/new`, lists: "/lists?state=draft", "list-sent": list,
        "list-draft": draftList, copies: `${draftList}/copies`, entry: returned, "entry-edit": `${returned}/edit`, search: "/search", account: "/account",
        rules: "/rules", mails: "/mails", "not-found": "/squads/none",
      }),
      ...of("tekserushi", { applications: "/applications", application, "application-accepted": accepted, "application-new": "/applications/new", "application-history": `${accepted}/history` }),
      ...of("okil", { officer: `${accepted}/record`, "officer-off-record": `${accepted}/record/off-record`, "officer-training": `${accepted}/trainings/new` }),
      ...of("tekserushi", { certificates: "/certificates", certificate: signed, printing: signing.replace("signing", "printing") }),
      ...of("bastyq", { signing }),
      ...of("akimshi3", { signatory }),
      ...of("hatshy", { "inbox-council": "/inbox", "decision-new": `${waiting.squad}/decisions/new`, "squad-waiting": waiting.squad, decisions: "/decisions", decision, "squad-council": draft.squad }),
      ...of("tekserushi", { "inbox-vetting": "/inbox", "lists-vetting": "/lists", "list-vetting": list, "entry-vetting": vetted.at(-1), "entry-history": `${vetted[1]}/history`, returns: `${list}/returns`, "list-history": `${list}/history` }),
      ...of("bastyq", { statistics: "/statistics", "squad-head": squad, "trainings-head": "/trainings", "book-general": "/book", confirmations: "/confirmations", "plans-head": "/plans" }),
      ...of("okil", { book: "/book", "book-printed": "/book/printed", "squad-unit": squad, trainings: "/trainings", "training-new": `${squad}/trainings/new`, notices: "/notices", "notice-letter": letter, member: leader, "off-record": `${leader}/off-record`, "off-record-done": `${leaves}/off-record` }),
      ...of("okil", { plans: "/plans", "plan-to-agree": waitingPlan, "plan-unit": plan, "plan-history": `${plan}/history`, "reports-unit": "/reports", "report-unit": report, "book-results": "/book/results" }),
      ...of(login, { "my-squad": "/my-squad", "plans-leader": "/plans", "plan-new": "/plans/new", plan, "plan-returned": returned2, "plan-sheet": `${plan}/sheet`, "account-leader": "/account" }),
      ...of(login, { "days-away": "/my-squad/days-away", reports: "/reports", "report-new": "/reports/new", report }),
      ...of("auditor", { journal: "/journal", openings: "/openings", "statistics-auditor": "/statistics", "inbox-empty": "/inbox" }),
      ...of("akimshi", { people: "/people", "mails-admin": "/mails", person: somebody, "person-new": "/people/new", bodies: "/bodies", body }),
    ],
  };
}
