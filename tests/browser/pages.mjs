// Every page of the house, each with somebody whose page it is, once the road has been walked far enough to fill them.
import { join } from "node:path";
import { person, signIn } from "./browser.mjs";
import * as road from "./road.mjs";
import { PASSWORD, ROOT } from "./server.mjs";

const OTHERS = join(ROOT, "tests/fixtures/lists/02_zaisan_ru_text_dates.xlsx");

/**
 * Walks until one list is being vetted with one person returned, one to be removed and two registered, one list is a draft
 * without copies, and one squad waits for the council. Returns the pages: `{ name, who, path }`, `who` being null for anybody's.
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
  await road.outcomes(officer.page, list, { removed: 1, registered: 2 });
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
  await unit.page.goto(squad);
  const members = await unit.page.$$eval('main a[href*="/members/"]', (all) => all.map((a) => a.getAttribute("href")));
  await unit.page.goto(members.at(-1));
  await unit.page.fill("#email", "adam@mail.invalid");
  await unit.page.fill("#phone", "87010000107");
  await unit.page.click("#form button.button");
  await unit.page.waitForSelector("main .tag.ok");
  const wish = await road.link(unit.page, "adam@mail.invalid", "/wishes/");
  const stranger = await person(browser, server, { name: null });
  await stranger.page.goto(wish);
  await stranger.page.click('#form button[name="call"]');
  await stranger.page.waitForSelector('form[action$="/withdrawal"]');
  const phone = await person(browser, server, { name: null });
  const login = await road.leader(unit.page, phone.page, members.at(-1), PASSWORD);
  await unit.page.goto(`${squad}/trainings/new`);
  await unit.page.fill("#base", "2035 әскери бөлімі");
  await unit.page.fill("#held_by", "Образцов А.");
  // Those who have had none are ticked already.
  await road.press(unit.page, "#form button.button");
  await signIn(phone.page, login);
  const plan = await road.plan(phone.page);
  await unit.page.goto(plan);
  await road.press(unit.page, 'form[action$="/agreement"] button.button');
  await phone.page.goto(plan);
  await phone.page.locator('form[action$="/assignments"] input[type=checkbox]').last().check();
  await road.press(phone.page, 'form[action$="/assignments"] button.button');
  const waitingPlan = await road.plan(phone.page);
  const returned2 = await road.plan(phone.page);
  await unit.page.goto(returned2);
  await unit.page.fill("#remark", "Бір сағат кейін бастаңыз");
  await road.press(unit.page, 'form[action$="/return"] button.button');
  await unit.page.goto(`${members[0]}/off-record`);
  await unit.page.check('input[name="item"][value="15.5"]');
  await unit.page.fill("#arose_on", await unit.page.getAttribute("#arose_on", "max"));
  await unit.page.click("#form button.button");
  await unit.page.click("#form button.grave");
  await unit.page.waitForSelector('main a[href="/notices"]');
  await unit.page.goto("/notices");
  const letter = await unit.page.getAttribute('main a[href$="/letter"]', "href");
  for (const one of [akimat, secretary, officer, admin, granter, unit, stranger, phone]) await one.close();

  const of = (who, pages) => Object.entries(pages).map(([name, path]) => ({ name, who, path }));
  return {
    squad, list, draftList, waiting: waiting.squad, leader: login,
    pages: [
      ...of(null, { "sign-in": "/sign-in", "password-reset": "/password-reset", code: "/code", wish }),
      ...of("akimat", {
        inbox: "/inbox", "inbox-done": "/inbox?group=done", squads: "/squads", "squad-new": "/squads/new", squad, "squad-draft": draft.squad, "squad-history": `${squad}/history`,
        "import-new": `${squad}/imports/new`, import: imported, "candidate-new": `${draft.squad}/candidates/new`, lists: "/lists?state=draft", "list-sent": list,
        "list-draft": draftList, copies: `${draftList}/copies`, entry: returned, "entry-edit": `${returned}/edit`, search: "/search", account: "/account",
        rules: "/rules", mails: "/mails", "not-found": "/squads/none",
      }),
      ...of("hatshy", { "inbox-council": "/inbox", "decision-new": `${waiting.squad}/decisions/new`, "squad-waiting": waiting.squad, decisions: "/decisions", decision, "squad-council": draft.squad }),
      ...of("tekserushi", { "inbox-vetting": "/inbox", "lists-vetting": "/lists", "list-vetting": list, "entry-vetting": vetted.at(-1), "entry-history": `${vetted[1]}/history`, returns: `${list}/returns`, "list-history": `${list}/history` }),
      ...of("bastyq", { statistics: "/statistics", "squad-head": squad, "trainings-head": "/trainings", "book-general": "/book", confirmations: "/confirmations" }),
      ...of("okil", { book: "/book", "book-printed": "/book/printed", "squad-unit": squad, trainings: "/trainings", "training-new": `${squad}/trainings/new`, notices: "/notices", "notice-letter": letter, member: members.at(-1), "off-record": `${members.at(-1)}/off-record`, "off-record-done": `${members[0]}/off-record` }),
      ...of("okil", { plans: "/plans", "plan-to-agree": waitingPlan }),
      ...of(login, { "my-squad": "/my-squad", "plans-leader": "/plans", "plan-new": "/plans/new", plan, "plan-returned": returned2, "account-leader": "/account" }),
      ...of("auditor", { journal: "/journal", openings: "/openings", "statistics-auditor": "/statistics", "inbox-empty": "/inbox" }),
      ...of("akimshi", { people: "/people", "mails-admin": "/mails", person: somebody, "person-new": "/people/new", bodies: "/bodies", body }),
    ],
  };
}
