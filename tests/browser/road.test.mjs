// The road in a real browser, by three people, with and without JavaScript.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "./browser.mjs";
import * as road from "./road.mjs";
import { startServer } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const javaScript of [true, false]) {
  test(`three people walk from the proposal to the closed list ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const [akimat, secretary, officer] = await Promise.all(
      ["akimat", "hatshy", "tekserushi"].map((name) => person(browser, server, { name, javaScript })),
    );
    const { squad } = await road.propose(akimat.page, javaScript ? {} : { kk: "Қалқан", ru: "Щит", area: "Сынақ ауылдық округі" });
    await road.decide(secretary.page, squad, { number: javaScript ? "7" : "8" });
    const list = await road.listOf(akimat.page, squad);
    assert.equal(await akimat.page.goto(list).then(() => akimat.page.locator('form[action$="/dispatches"]').count()), 0, "no list goes without its copies");
    await road.copies(akimat.page, list, await road.cards(browser, road.PEOPLE));
    await road.send(akimat.page, list);
    await road.receive(officer.page, list);
    await road.registers(officer.page, list);
    await road.outcomes(officer.page, list);
    await road.remove(akimat.page, list);
    assert.equal(await akimat.page.locator('.steps [aria-current="step"]').count(), 1);
    assert.match(await akimat.page.locator('.steps [aria-current="step"]').innerText(), /Аяқталды/, "the list is closed");
    for (const { faults, close } of [akimat, secretary, officer]) {
      assert.deepEqual(faults, [], "nothing in the console: neither errors nor refusals of the policy");
      await close();
    }
  });
}
