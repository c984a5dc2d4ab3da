// What a page is measured by: accessibility, what fits, what can be hit with a finger, what the console says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe-core finds against WCAG 2.2 A and AA, one line each. */
export async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 4).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ""}`));
}

/** Elements that reach out of the window to the side, one line each. */
export function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOut = (element) => element.getBoundingClientRect().right > clientWidth + 1;
    const isScrolled = (element) => element.closest(".menu ul, .tabs");
    const out = [...document.querySelectorAll("body *")].filter((element) => isOut(element) && !isScrolled(element));
    return [`${scrollWidth} px wide in ${clientWidth}`, ...out.slice(0, 4).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Buttons, fields and parts of the menu lower than 44 px, one line each. A field that is drawn by its label is as high as it. */
export function low(page) {
  return page.evaluate(() => {
    const wanted = "button, .button, select, summary, .menu a, .tabs a, label.choice, input:not([type=hidden], [type=checkbox], [type=radio])";
    const seen = [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility() && !element.closest(".hidden"));
    const height = (element) => element.getBoundingClientRect().height;
    return seen.filter((element) => height(element) < 43.5).map((element) => `${height(element)} px: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** Looks at a page as it stands; `name` says which in what is reported. */
export async function look(self, name) {
  const { page, faults } = self;
  assert.deepEqual(faults, [], `${name}: the console is silent`);
  assert.deepEqual(await violations(page), [], `${name}: axe finds nothing`);
  assert.deepEqual(await overflow(page), [], `${name}: nothing reaches out to the side`);
  assert.deepEqual(await low(page), [], `${name}: everything is high enough for a finger`);
}

/** Whether the page fits at 320 px, at 200 % zoom of a desk's window, and with letters twice as large. */
export async function fits(page, name) {
  const before = page.viewportSize();
  for (const [what, width, letters] of [["320 px", 320, "100%"], ["200 % zoom", 683, "100%"], ["letters twice as large", 1366, "200%"]]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
    assert.deepEqual(await overflow(page), [], `${name} at ${what}`);
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  await page.setViewportSize(before);
}
