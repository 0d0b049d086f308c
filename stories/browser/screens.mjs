//! Pictures of every page: each language, on a phone and on a desk, light and dark; and the few that the README shows.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { begin, named } from "./demonstration.mjs";

const SCREENS = named("SCREENS", "the folder for the pictures");
const PICTURES = named("PICTURES", "the folder of the README's pictures");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const AT = "@demonstration.placet.example";

/** Opens the first address on the page that this pattern fits. */
const first = (pattern) => async (page) => {
  const links = await page.locator("main a, nav.thread a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const found = links.find((link) => pattern.test(link));
  if (!found) {
    throw new Error(`${page.url()} has no link that fits ${pattern}`);
  }
  await page.goto(new URL(found, page.url()).href);
};

/** Who sees which page, and how one gets there after signing in. */
const PAGES = [
  ["people", null, "/people"],
  ["sign-in", null, "/sign-in"],
  ["reset", null, "/reset"],
  ["calendar", null, "/calendar"],
  ["verify", null, "/verify"],
  ["case-organiser", "organiser", "/"],
  ["events", "organiser", "/events"],
  ["referral-organiser", "organiser", "/", first(/referrals\/moi/)],
  ["requests", "organiser", "/requests"],
  ["request", "organiser", "/requests", first(/\/requests\//)],
  ["docket", "defence", "/docket"],
  ["referral-decider", "defence", "/docket", first(/referrals/)],
  ["notice", "organiser", "/", first(/referrals\/mfaic/), first(/\/notice$/)],
  ["board", "coordinator", "/board"],
  ["meetings", "desk", "/meetings"],
  ["meeting", "desk", "/meetings", first(/\/meetings\//)],
  ["lines", "desk", "/meetings", first(/\/meetings\//), first(/\/lines$/)],
  ["sources", "desk", "/sources"],
  ["source", "desk", "/sources", first(/\/sources\//)],
  ["record-source", "desk", "/record/source"],
  ["record-meeting", "desk", "/record/meeting"],
  ["permit", null, "/calendar", first(/\/permits\//)],
];

async function pick(page, address, language, who) {
  await page.goto(`${address}/${language}/people`);
  await page.locator(`form:has(input[value="${who}${AT}"]) button`).click();
}

/** Walks the case to its permit, so that there is one to show. */
async function permitted(browser, address) {
  const page = await (await browser.newContext()).newPage();
  const open = async (who) => {
    await pick(page, address, "en", who);
    await first(/referrals\//)(page);
  };
  await pick(page, address, "en", "organiser");
  await first(/referrals\/moi/)(page);
  await page.locator("#answer").fill("By the two streets north and south of the stage.");
  await page.getByRole("button", { name: "Answer the question" }).click();
  for (const who of ["interior", "defence"]) {
    await open(who);
    await page.getByRole("radio", { name: "Agree", exact: true }).check();
    await page.getByRole("button", { name: "Decide" }).click();
  }
  await pick(page, address, "en", "coordinator");
  await first(/\/cases\//)(page);
  await page.getByRole("button", { name: "Issue the permit" }).click();
  await page.context().close();
}

async function picture(browser, address, [name, who, path, ...steps], { language, width, colorScheme, to, height }) {
  const context = await browser.newContext({ viewport: { width, height: height ?? 900 }, colorScheme });
  const page = await context.newPage();
  if (who) {
    await pick(page, address, language, who);
  }
  await page.goto(`${address}/${language}${path === "/" ? "" : path}`);
  for (const step of steps) {
    await step(page);
  }
  await page.screenshot({ path: to ?? join(SCREENS, `${name}-${language}-${width}-${colorScheme}.png`), fullPage: !height });
  await context.close();
}

const browser = await chromium.launch({ executablePath: named("CHROMIUM", "the browser"), args: FLAGS });
const demonstration = await begin();
const address = demonstration.address;
const page = (name) => PAGES.find(([one]) => one === name);
let count = 0;
await mkdir(PICTURES, { recursive: true });
await mkdir(SCREENS, { recursive: true });

/** One of the README's pictures: what one sees without scrolling. */
const shown = async (name, width, height) => {
  const to = join(PICTURES, `${name}.png`);
  await picture(browser, address, page(name), { language: "en", colorScheme: "light", width, height, to });
  count += 1;
};

/** A page in every language, width and light. */
const every = async (one) => {
  for (const language of ["en", "km", "ja"]) {
    for (const width of [360, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        await picture(browser, address, one, { language, width, colorScheme });
        count += 1;
      }
    }
  }
};

await shown("case-organiser", 1100, 900);
await shown("docket", 400, 620);
await shown("meeting", 1100, 900);
for (const one of PAGES.filter(([name]) => name !== "permit")) {
  await every(one);
}
await permitted(browser, address);
await shown("permit", 1100, 900);
await every(page("permit"));
await demonstration.end();
await browser.close();
console.log(`${count} pictures`);
