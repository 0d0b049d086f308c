//! What the pictures are walked to with: a step acts on a page, and several of them lead to what is to be seen.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const AT = "@demonstration.placet.example";

/** The addresses that the page links to and this pattern fits, as a reader would come to them. */
export const links = async (page, pattern) => {
  const all = await page.locator("main a, nav.thread a").evaluateAll((found) => found.map((one) => one.getAttribute("href")));
  return all.filter((link) => pattern.test(link)).map((link) => new URL(link, page.url()).href);
};

/** Opens the first address on the page that this pattern fits. */
export const first = (pattern) => async (page) => {
  const [found] = await links(page, pattern);
  if (!found) {
    throw new Error(`${page.url()} has no link that fits ${pattern}`);
  }
  await page.goto(found);
};

/** Opens the first page linked to by the one pattern that itself links to an address of the other, and goes there. */
export const through = (pattern, wanted) => async (page) => {
  for (const link of await links(page, pattern)) {
    await page.goto(link);
    if ((await links(page, wanted)).length > 0) {
      return first(wanted)(page);
    }
  }
  throw new Error(`nothing that fits ${pattern} has a link that fits ${wanted}`);
};

/** Opens the first page linked to by this pattern that has what the selector finds. */
export const having = (pattern, selector) => async (page) => {
  for (const link of await links(page, pattern)) {
    await page.goto(link);
    if ((await page.locator(selector).count()) > 0) {
      return;
    }
  }
  throw new Error(`nothing that fits ${pattern} has ${selector}`);
};

/** Presses what this selector finds first and waits for the page that comes. */
export const press = (selector) => async (page) => {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
};

/** Types into the field of this name. */
export const type = (name, text) => (page) => page.locator(`#${name}`).fill(text);

/** Chooses in the list of this name. */
export const choose = (name, value) => (page) => page.locator(`#${name}`).selectOption(value);

/** Ticks the box, or takes the choice, that this selector finds first. */
export const check = (selector) => (page) => page.locator(selector).first().check();

/** Chooses a small document in the field for a file. */
export const chosen = (page) =>
  page.locator("#file").setInputFiles({ name: "firing.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });

/** Fills in that a letter bears the day of referral. */
export const datedAsReferred = async (page) => {
  const clock = await page.request.get(`${page.url()}/clock`);
  const [, day] = (await clock.text()).match(/"arrived":\s*"(\d{4}-\d\d-\d\d)/);
  await type("letter-dated", day)(page);
};

/** Opens what is folded away there. */
export const unfold = (where = "main") => (page) => page.locator(`${where} summary`).first().evaluate((summary) => {
  summary.parentElement.open = true;
});

/** Fills in all that a draft asks, as briefly as it takes it. */
export async function filled(page) {
  const own = { title: "An evening of lanterns", place: "The quay", from: "18:00", until: "20:00" };
  for (const [field, value] of Object.entries(own)) {
    await type(field, value)(page);
  }
  await check("#component-performance")(page);
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

/** From a permit's page to what the verify page says of it. */
export async function verifyItsCode(page) {
  const code = await page.locator("#code-text").textContent();
  const [, language] = new URL(page.url()).pathname.split("/");
  await page.goto(`/${language}/verify`);
  await page.locator("#code").fill(code.trim());
  await press("main form button")(page);
}

/** Gives every meeting on the page one subject more. */
export async function subjects(page) {
  for (const meeting of await links(page, /\/meetings\/[^/]+$/)) {
    await page.goto(meeting);
    await first(/\/sources\//)(page);
    const words = await page.locator("main .lines").first().innerText();
    await page.goto(`${meeting}/lines?line=subject`);
    await type("excerpt", words.slice(0, 60))(page);
    await type("text", "The evening by the river")(page);
    await press("main form button")(page);
  }
}

/** What was kept for later, by name. */
const kept = new Map();

/** Keeps the address of the page, without the language before it. */
export const keep = (name) => (page) => kept.set(name, new URL(page.url()).pathname.replace(/^\/[a-z]+/, ""));

/** Keeps the address of the link that was sent out, read where the operator would. */
export const keepLink = (name) => async (_, { folder }) => {
  const outbox = join(folder, "outbox");
  const [message] = await readdir(outbox);
  const text = await readFile(join(outbox, message), "utf8");
  kept.set(name, text.match(/\/links\/\S+/)[0]);
};

/** Keeps where one is, with what the address says of it. */
export const keepAsked = (name) => (page) => {
  const { pathname, search } = new URL(page.url());
  kept.set(name, pathname.replace(/^\/[a-z]+/, "") + search);
};

/** Keeps the address that the page shows, which is shown once. */
export const keepShown = (name) => async (page) => {
  const shown = await page.locator("#address").innerText();
  kept.set(name, new URL(shown.trim()).pathname.replace(/^\/[a-z]+/, ""));
};

/** An address that was kept, or one below it. */
export const again = (name, below = "") => () => kept.get(name) + below;

/**
 * Becomes one of the demonstration's people, opens an address and takes the steps.
 *
 * @param {object} page Playwright's, whose addresses begin at the demonstration
 * @param {[string | null, string | (() => string), ...Function]} way who, where, and the steps from there
 */
export async function go(page, [who, place, ...steps], language, demonstration) {
  if (who) {
    await page.goto(`/${language}/people`);
    await page.locator(`form:has(input[value="${who}${AT}"]) button`).click();
  }
  const path = typeof place === "function" ? place() : place;
  await page.goto(`/${language}${path === "/" ? "" : path}`);
  for (const step of steps) {
    await step(page, demonstration);
  }
}
