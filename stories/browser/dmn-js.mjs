//! A rulebook's decision model changed with another program: dmn-js, in a real browser, on files that ship with Placet.
//! dmn-js is a tool of this story alone; its licence asks that its mark stay on what it draws, and nothing that it draws is shown.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "./demonstration.mjs";

const MODELER = createRequire(import.meta.url).resolve("dmn-js/dist/dmn-modeler.production.min.js");
const RULEBOOKS = fileURLToPath(new URL("../../rulebooks/", import.meta.url));
const MODEL = "authorities.dmn";

/** Each rulebook that ships, with a cell that is typed over, and what is then told of its rule. */
const CHANGES = {
  "kh-phnom-penh": { row: 9, column: "attendance", from: "-", to: "> 300", told: "How many people do you expect?: any → more than 300 persons" },
  "kh-phnom-penh-2": { row: 12, column: "attendance", from: "> 5000", to: "> 6000", told: "How many people do you expect?: threshold 5,000 → 6,000 persons" },
  "jp-tokyo": { row: 11, column: "largest_shell", from: "> 140", to: "> 300", told: "What is the diameter of the largest shell?: threshold 140 → 300 mm" },
  "gb-england": { row: 14, column: "attendance", from: "> 1000", to: "> 2000", told: "How many people are expected?: threshold 1,000 → 2,000 persons" },
  "us-nyc": { row: 27, column: "attendance", from: "> 20", to: "> 50", told: "How many people are expected?: threshold 20 → 50 persons" },
};

/** Every shipped model saved by dmn-js, as it was and with another cell: all else is the same to us. */
export async function otherEditors(walk, browser) {
  for (const [rulebook, change] of Object.entries(CHANGES)) {
    await walk.step(`dmn-js saves the model of ${rulebook}, then one cell of it, and nothing else is another`, async () => {
      const own = join(RULEBOOKS, rulebook);
      const { kept, changed } = await edited(browser, await readFile(join(own, MODEL), "utf8"), change);
      await withModel(rulebook, kept, async (folder) => {
        must((await run(["rulebook", "lint", folder])).answer, (await run(["rulebook", "lint", own])).answer);
        // Other bytes are another hash, and no difference beside it.
        must((await run(["rulebook", "diff", own, folder])).answer.replace(/^rulebook: hash \w+ → \w+\n$/, ""), "");
      });
      await withModel(rulebook, changed, async (folder) => {
        const { row, told } = change;
        must((await run(["rulebook", "import", join(folder, MODEL)])).code, 0);
        must((await run(["rulebook", "diff", own, folder])).answer, `rule ${row}, ${told}\n`);
      });
    });
  }
  await upload(walk, browser);
}

/** A rule maker puts the file that dmn-js wrote in the place of their own. */
async function upload(walk, browser) {
  const { keyboard, page } = walk;
  const [[rulebook, change]] = Object.entries(CHANGES);
  const { changed } = await edited(browser, await readFile(join(RULEBOOKS, rulebook, MODEL), "utf8"), change);
  await walk.step("a rule maker uploads the file of dmn-js, and sees its one change", async () => {
    await walk.open("/en/people");
    await keyboard.follow("Be Vanna Chhim", { role: "button" });
    await keyboard.follow(/^1$/);
    await keyboard.follow("Work on this version", { role: "button" });
    const file = { name: MODEL, mimeType: "application/xml", buffer: Buffer.from(changed) };
    await page.getByLabel("Add a file").setInputFiles(file);
    await keyboard.follow("Add", { role: "button" });
    await walk.shows("more than 300 persons");
    await keyboard.follow("Whom it would have touched");
    await walk.shows("PNH-2023-0002", "would no longer be put to Foreign Affairs");
  });
}

function must(found, wanted) {
  if (found !== wanted) {
    throw new Error(`found:\n${found}\nwanted:\n${wanted}`);
  }
}

/** A rulebook's folder with another model in it, for as long as it is used. */
async function withModel(rulebook, text, use) {
  const folder = await mkdtemp(join(tmpdir(), "placet-dmn-js-"));
  try {
    await cp(join(RULEBOOKS, rulebook), folder, { recursive: true });
    await writeFile(join(folder, MODEL), text);
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Opens a model in dmn-js, saves it, types into one cell of its decision table, and saves it again.
 *
 * @returns {Promise<{kept: string, changed: string}>} both files as dmn-js writes them
 */
async function edited(browser, text, change) {
  const context = await browser.newContext({ offline: true });
  try {
    const page = await context.newPage();
    await page.setContent('<!doctype html><div id="table"></div>');
    await page.addScriptTag({ path: MODELER });
    return await page.evaluate(saved, { text, ...change });
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function saved({ text, row, column, from, to }) {
  const modeler = new globalThis.DmnJS({ container: "#table" });
  const { warnings } = await modeler.importXML(text);
  if (warnings.length > 0) {
    throw new Error(warnings.map(({ message }) => message).join("\n"));
  }
  const { xml: kept } = await modeler.saveXML({ format: true });
  const view = modeler.getViews().find(({ type }) => type === "decisionTable");
  await modeler.open(view);
  const { input, rule } = view.element.decisionLogic;
  const cell = rule[row - 1].inputEntry[input.findIndex(({ inputExpression }) => inputExpression.text === column)];
  if (cell.text !== from) {
    throw new Error(`rule ${row} says “${cell.text}” of ${column}, not “${from}”`);
  }
  modeler.getActiveViewer().get("modeling").editCell(cell, to);
  const { xml: changed } = await modeler.saveXML({ format: true });
  return { kept, changed };
}
