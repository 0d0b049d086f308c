//! Pictures of every page: each language, on a phone and on a desk, light and dark; and the few that the README shows.

import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { begin, named } from "./demonstration.mjs";
import { FLAGS } from "./walk.mjs";

const SCREENS = named("SCREENS", "the folder for the pictures");
/** The folder of the README's pictures, if they are to be taken anew. */
const PICTURES = process.env.PICTURES;
const AT = "@demonstration.placet.example";

/** The addresses that the page links to and this pattern fits, as a reader would come to them. */
const links = async (page, pattern) => {
  const all = await page.locator("main a, nav.thread a").evaluateAll((found) => found.map((one) => one.getAttribute("href")));
  return all.filter((link) => pattern.test(link)).map((link) => new URL(link, page.url()).href);
};

/** Opens the first address on the page that this pattern fits. */
const first = (pattern) => async (page) => {
  const [found] = await links(page, pattern);
  if (!found) {
    throw new Error(`${page.url()} has no link that fits ${pattern}`);
  }
  await page.goto(found);
};

/** Opens the first page linked to by the one pattern that itself links to an address of the other, and goes there. */
const through = (pattern, wanted) => async (page) => {
  for (const link of await links(page, pattern)) {
    await page.goto(link);
    if ((await links(page, wanted)).length > 0) {
      return first(wanted)(page);
    }
  }
  throw new Error(`nothing that fits ${pattern} has a link that fits ${wanted}`);
};

/** Presses what this selector finds first and waits for the page that comes. */
const press = (selector) => async (page) => {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
};

/** Types into the field of this name. */
const type = (name, text) => (page) => page.locator(`#${name}`).fill(text);

/** Opens what is folded away. */
const unfold = (page) => page.locator("main details summary").first().click();

/** Agrees with two conditions. */
async function conditions(page) {
  await page.locator("[value=granted-with-conditions]").check();
  await type("conditions", "Forty stewards stand on the bank.\nFiring ends at 21:00.")(page);
}

/** Fills in all that a draft asks, as briefly as it takes it. */
async function filled(page) {
  const own = { title: "An evening of lanterns", place: "The quay", from: "18:00", until: "20:00" };
  for (const [field, value] of Object.entries(own)) {
    await type(field, value)(page);
  }
  await page.locator("#component-performance").check();
  await type("component-performance-title", "Dances by the river")(page);
  for (const [kind, value] of [["[type=date]", "2023-12-20"], ["[inputmode=numeric]", "50"]]) {
    for (const field of await page.locator(`main input${kind}`).all()) {
      await field.fill(value);
    }
  }
  for (const choice of await page.locator("main .govuk-radios__item:first-child input").all()) {
    await choice.check();
  }
}

/** A permit check about the case's day, and one in which everything is answered. */
const CHECK = "/permit-check?rulebook=kh-phnom-penh&date=2023-11-19";
const ANSWERED =
  `${CHECK}&answer-event_kind=celebration&answer-place_kind=riverside&answer-attendance=8000&answer-foreign_mission=yes` +
  "&answer-fireworks=yes&answer-largest_shell=100&answer-near_airport=no&answer-road_closure=yes";

/** Addresses of a rulebook's version, and of one that is worked on. */
const VERSION = /\/rulebooks\/[^/]+\/[^/]+$/;
const DRAFT = /\/rulebook-drafts\/[^/]+$/;

/** Who sees which page, and how one gets there after signing in. */
const PAGES = [
  ["people", null, "/people"],
  ["sign-in", null, "/sign-in"],
  ["sign-in-refused", null, "/sign-in", type("address", "nobody@place.example"), press("main button")],
  ["nothing-found", null, "/nowhere"],
  ["reset", null, "/reset"],
  ["reset-sent", null, "/reset", type("address", "nobody@place.example"), press("main form button")],
  ["link-used", null, "/links/a-link-that-was-used"],
  ["calendar", null, "/calendar"],
  ["rulebooks", null, "/rulebooks"],
  ["rulebook", null, "/rulebooks", first(VERSION)],
  ["rulebook-tests", null, "/rulebooks", first(VERSION), first(/\/tests$/)],
  ["permit-check", null, "/permit-check"],
  ["permit-check-question", null, CHECK],
  ["permit-check-refused", null, `${CHECK}&answer-attendance=many&answer-fireworks=yes`],
  ["permit-check-change", null, ANSWERED, first(/ask=attendance/), unfold],
  ["permit-check-result", null, ANSWERED, unfold],
  ["permit-check-sign-in", null, ANSWERED, press('main form[action$="/drafts"] button')],
  ["verify", null, "/verify"],
  ["verify-refused", null, "/verify", type("code", "PLACET1:AAAA"), press("main button")],
  ["case-organiser", "organiser", "/"],
  ["events", "organiser", "/events"],
  ["referral-organiser", "organiser", "/", first(/referrals\/moi/)],
  ["requests", "organiser", "/requests"],
  ["request", "organiser", "/requests", first(/\/requests\//)],
  ["draft", "organiser", "/requests", first(/\/requests\//), press("main form button")],
  ["draft-refused", "organiser", "/events", first(/\/drafts\//), press("button[value=check]")],
  ["discard", "organiser", "/events", first(/\/drafts\//), first(/\/discard$/)],
  ["check", "organiser", "/events", first(/\/drafts\//), filled, press("button[value=check]"), unfold],
  ["hats", "organiser", "/hats"],
  ["docket-officer", "interior-officer", "/docket"],
  ["referral-officer", "interior-officer", "/docket", first(/referrals/)],
  ["docket", "defence", "/docket"],
  ["referral-decider", "defence", "/docket", first(/referrals/)],
  ["referral-refused", "defence", "/docket", first(/referrals/), press("#decide button")],
  ["decision-check", "defence", "/docket", first(/referrals/), conditions, press("#decide button")],
  ["notice", "organiser", "/", first(/referrals\/mfaic/), first(/\/notice$/)],
  ["board", "coordinator", "/board"],
  ["case-coordinator", "coordinator", "/board", first(/\/cases\//)],
  ["events-auditor", "auditor", "/events"],
  ["meetings", "desk", "/meetings"],
  ["meeting", "desk", "/meetings", first(/\/meetings\//)],
  ["lines", "desk", "/meetings", first(/\/meetings\//), first(/\/lines$/)],
  ["lines-refused", "desk", "/meetings", first(/\/meetings\//), first(/\/lines$/), press("main form button")],
  ["request-desk", "desk", "/requests", first(/\/requests\//), unfold],
  ["sources", "desk", "/sources"],
  ["source", "desk", "/sources", first(/\/sources\//)],
  ["record-source", "desk", "/record/source"],
  ["record-meeting", "desk", "/record/meeting"],
  ["record-organisation", "desk", "/record/organisation"],
  ["record-person", "desk", "/record/person"],
  ["record-post", "desk", "/record/post"],
  ["relationships", "desk", "/relationships"],
  ["record-relationship", "desk", "/record/relationship"],
  ["record-milestone", "desk", "/relationships", first(/\/milestones$/)],
  ["take-back", "desk", "/meetings", first(/\/meetings\//), first(/\/taken-back$/)],
  ["commitment", "desk", "/meetings", through(/\/meetings\//, /\/commitments\//)],
  ["rulebook-maker", "rules", "/rulebooks", first(VERSION)],
  ["rulebook-draft", "rules", "/rulebooks", first(VERSION), press('main form[action$="/drafts"] button')],
  ["rule", "rules", "/rulebooks", first(DRAFT), first(/\/rules\/.*\/9$/)],
  ["rule-refused", "rules", "/rulebooks", first(DRAFT), first(/\/rules\/.*\/9$/), type("input-3", "many people"), press("main form button")],
  ["rulebook-lint", "rules", "/rulebooks", first(DRAFT), first(/\/lint$/)],
  ["rulebook-discard", "rules", "/rulebooks", first(DRAFT), first(/\/discard$/)],
];

/** The pages that come when a version is proposed. */
const PROPOSED = [
  ["proposal", "rules", "/rulebooks", first(/\/rulebook-proposals\//)],
  ["proposal-second", "second-rules", "/rulebooks", first(/\/rulebook-proposals\//)],
  ["what-if", "second-rules", "/rulebooks", first(/\/rulebook-proposals\//), first(/\/what-if$/)],
];

/** The pages that come when two meetings have a subject. */
const LINKED = [
  ["link-choice", "desk", "/meetings", through(/\/meetings\//, /\/links$/)],
  ["link-subjects", "desk", "/meetings", through(/\/meetings\//, /\/links$/), first(/\/links\/[^/]+$/)],
];

/** The pages that come with a permit. */
const PERMITTED = [
  ["permit", null, "/calendar", first(/\/permits\//)],
  ["calendar-permitted", null, "/calendar"],
  ["verify-genuine", null, "/calendar", first(/\/permits\//), verifyItsCode],
  ["case-permitted", "coordinator", "/board", first(/\/cases\//), unfold],
  ["revocation-check", "coordinator", "/board", first(/\/cases\//), unfold, type("reasons", "The quay is flooded."), press('main form[action$="/revocation"] button')],
];

/** From a permit's page to what the verify page says of it. */
async function verifyItsCode(page) {
  const code = await page.locator("#code-text").textContent();
  const [, language] = new URL(page.url()).pathname.split("/");
  await page.goto(new URL(`/${language}/verify`, page.url()).href);
  await page.locator("#code").fill(code.trim());
  await press("main form button")(page);
}

/** The address of the page without the language before it. */
const place = (page) => new URL(page.url()).pathname.replace(/^\/[a-z]+/, "");

/** Asks for a new password, and reads the link to it where the operator would. */
async function passwordLink(browser, { address, folder }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/en/reset`);
  await type("address", `organiser${AT}`)(page);
  await press("main form button")(page);
  await context.close();
  const outbox = join(folder, "outbox");
  const [message] = await readdir(outbox);
  const text = await readFile(join(outbox, message), "utf8");
  return text.match(/\/links\/\S+/)[0];
}

/** Gives every meeting one subject more. */
async function subjects(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await pick(page, address, "en", "desk");
  await page.goto(`${address}/en/meetings`);
  for (const meeting of await links(page, /\/meetings\/[^/]+$/)) {
    await page.goto(meeting);
    await first(/\/sources\//)(page);
    const words = await page.locator("main .lines").first().innerText();
    await page.goto(`${meeting}/lines`);
    await type("excerpt", words.slice(0, 60))(page);
    await page.locator("input[name=line][value=subject]").check();
    await type("text", "The evening by the river")(page);
    await press("main form button")(page);
  }
  await context.close();
}

/** Proposes a version in which one rule is another. */
async function proposed(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await pick(page, address, "en", "rules");
  await page.goto(`${address}/en/rulebooks`);
  for (const step of [first(DRAFT), first(/\/rules\/.*\/9$/), type("input-3", "> 300"), press("main form button")]) {
    await step(page);
  }
  const words = { "version-name": "2", from: "2023-10-01", purpose: "Small receptions of embassies need no consent." };
  for (const [field, value] of Object.entries(words)) {
    await type(field, value)(page);
  }
  await press("button[value=propose]")(page);
  await context.close();
}

/** Revokes the permit; tells where it is. */
async function revoked(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/en/calendar`);
  await first(/\/permits\//)(page);
  const permit = place(page);
  await pick(page, address, "en", "coordinator");
  await first(/\/cases\//)(page);
  await unfold(page);
  await type("reasons", "The quay is flooded.")(page);
  await press('main form[action$="/revocation"] button')(page);
  await press('main form[action$="/revocation"] button')(page);
  await context.close();
  return permit;
}

/** Hands an application in; tells where the case is. */
async function handedIn(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await pick(page, address, "en", "organiser");
  await page.goto(`${address}/en/events`);
  for (const step of [press('main form[action$="/drafts"] button'), filled, press("button[value=check]:not([aria-hidden])")]) {
    await step(page);
  }
  await press('main form[action$="/submission"] button')(page);
  const handed = place(page);
  await context.close();
  return handed;
}

/** Puts a case to the authorities, and moves the clock to after the day by which each had to decide. */
async function overdue(browser, address, which) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await pick(page, address, "en", "coordinator");
  await page.goto(`${address}/en${which}`);
  await press('main form[action$="/circulation"] button')(page);
  await type("demonstration-day", "2023-12-15")(page);
  await press('form[action$="/demonstration/clock"] button')(page);
  await context.close();
}

async function pick(page, address, language, who) {
  await page.goto(`${address}/${language}/people`);
  await page.locator(`form:has(input[value="${who}${AT}"]) button`).click();
}

/** Walks the case to where its permit can be issued. */
async function agreed(browser, address) {
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
    await page.getByRole("button", { name: "Record this decision" }).click();
  }
  await page.context().close();
}

/** From the board to what issuing the permit would do. */
const ISSUING = [first(/\/cases\//), press('main form[action$="/permit"] button')];

/** Issues the permit, so that there is one to show. */
async function issued(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await pick(page, address, "en", "coordinator");
  await page.goto(`${address}/en/board`);
  for (const step of [...ISSUING, press('main form[action$="/permit"] button')]) {
    await step(page);
  }
  await context.close();
}

/** Goes to a page as who sees it, hands it over, and leaves. */
async function at(browser, address, [, who, path, ...steps], { language, viewport }, act) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  if (who) {
    await pick(page, address, language, who);
  }
  await page.goto(`${address}/${language}${path === "/" ? "" : path}`);
  for (const step of steps) {
    await step(page);
  }
  await act(page);
  await context.close();
}

const browser = await chromium.launch({ executablePath: named("CHROMIUM", "the browser"), args: FLAGS });
const demonstration = await begin();
const address = demonstration.address;
const page = (name) => [...PAGES, ...PERMITTED].find(([one]) => one === name);
let count = 0;
if (PICTURES) {
  await mkdir(PICTURES, { recursive: true });
}
await mkdir(SCREENS, { recursive: true });

/** One of the README's pictures: what one sees without scrolling. */
const shown = async (name, width, height) =>
  PICTURES &&
  at(browser, address, page(name), { language: "en", viewport: { width, height } }, async (opened) => {
    await opened.screenshot({ path: join(PICTURES, `${name}.png`) });
    count += 1;
  });

/** A page in every language, width and light. */
const every = async (one) => {
  const [name] = one;
  for (const language of ["en", "km", "ja"]) {
    await at(browser, address, one, { language, viewport: { width: 360, height: 900 } }, async (opened) => {
      // Else the page shows as pointed at wherever the last press was.
      await opened.mouse.move(0, 0);
      for (const width of [360, 1280]) {
        await opened.setViewportSize({ width, height: 900 });
        for (const colorScheme of ["light", "dark"]) {
          await opened.emulateMedia({ colorScheme });
          const path = join(SCREENS, `${name}-${language}-${width}-${colorScheme}.png`);
          await opened.screenshot({ path, fullPage: true });
          count += 1;
        }
      }
    });
  }
};

await shown("case-organiser", 1100, 900);
await shown("docket", 400, 620);
await shown("meeting", 1100, 900);
for (const one of PAGES) {
  await every(one);
}
await proposed(browser, address);
for (const one of PROPOSED) {
  await every(one);
}
await subjects(browser, address);
for (const one of LINKED) {
  await every(one);
}
await every(["password", null, await passwordLink(browser, demonstration)]);
await agreed(browser, address);
await every(["permit-check", "coordinator", "/board", ...ISSUING]);
await issued(browser, address);
await shown("permit", 1100, 900);
for (const one of PERMITTED) {
  await every(one);
}
const later = async (name, who, path) => every([name, who, path]);
await later("permit-revoked", null, await revoked(browser, address));
const handed = await handedIn(browser, address);
await later("case-handed-in", "organiser", handed);
await later("case-to-circulate", "coordinator", handed);
await overdue(browser, address, handed);
await later("case-overdue", "organiser", handed);
await later("board-overdue", "coordinator", "/board");
await demonstration.end();
await browser.close();
console.log(`${count} pictures`);
