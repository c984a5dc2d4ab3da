// Debian's Chromium as somebody in an office opens it, and what it complains about.
import { chromium } from "playwright-core";
import { PASSWORD } from "./server.mjs";

export const LANGUAGES = ["kk", "ru", "en"];
export const DESK = { width: 1366, height: 900 };
export const PHONE = { width: 390, height: 844 };

const SWITCHES = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none",
];

/** A browser with an empty profile. */
export function launch() {
  return chromium.launch({ executablePath: process.env.JASAQ_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: SWITCHES });
}

/** A person at a browser: a window of its own, and every message that a page should not have given rise to. */
export async function person(browser, server, { name, viewport = DESK, theme = "light", javaScript = true, language } = {}) {
  const context = await browser.newContext({
    baseURL: server.url, viewport, colorScheme: theme, javaScriptEnabled: javaScript, locale: "kk-KZ", reducedMotion: "reduce",
  });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  const faults = [];
  // A page that says what is wrong with a form has status 422; the browser tells of it as of any other.
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !/status of (403|404|409|422)/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error}`));
  page.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.url()}: ${answer.status()}`);
  });
  const self = { page, context, faults, close: () => context.close() };
  if (name) await signIn(page, name);
  if (language) await speak(page, language);
  return self;
}

/** Signs in as one of the demo's people, or as the leader of a login. */
export async function signIn(page, name) {
  await page.goto("/sign-in");
  const isLeader = name.includes("-");
  await page.fill("#email", isLeader ? name : `${name}@demo.invalid`);
  await page.fill("#password", PASSWORD);
  await page.click('form[action="/sign-in"] button.button');
  await page.waitForURL(isLeader ? /\/my-squad/ : /\/inbox/);
}

/** Changes the language by the switch that every page has. */
export async function speak(page, language) {
  if ((await page.getAttribute("html", "lang")) === language) return;
  await page.click(`.languages button[value="${language}"]`);
  await page.waitForSelector(`html[lang="${language}"]`);
}
