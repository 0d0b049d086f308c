//! Pictures of every page: each language, on a phone and on a desk, light and dark; and the few that the README shows.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { begin, named } from "./demonstration.mjs";
import { STAGES } from "./pages.mjs";
import { go } from "./steps.mjs";
import { FLAGS } from "./walk.mjs";

const SCREENS = named("SCREENS", "the folder for the pictures");
/** The folder of the README's pictures, if they are to be taken anew. */
const PICTURES = process.env.PICTURES;
/** A pattern of the names of those pages that a picture is wanted of, if not of all. */
const ONLY = new RegExp(process.env.ONLY ?? "");
/** The README's pictures, each with the part of the page that it shows: what one sees without scrolling. */
const README = {
  "case-organiser": { width: 1100, height: 900 },
  docket: { width: 400, height: 620 },
  meeting: { width: 1100, height: 900 },
  permit: { width: 1100, height: 900 },
};

/** Pictures are called by their page's name: of two pages of one name only the later would be seen. */
function mustBeNamedOnce(stages) {
  const names = stages.flatMap(({ pages }) => pages.map(([name]) => name));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0) {
    throw new Error(`pages.mjs names two pages alike: ${twice.join(", ")}. Give each a name of its own.`);
  }
}

mustBeNamedOnce(STAGES);
await mkdir(SCREENS, { recursive: true });
if (PICTURES) {
  await mkdir(PICTURES, { recursive: true });
}
const browser = await chromium.launch({ executablePath: named("CHROMIUM", "the browser"), args: FLAGS });
let count = 0;

/** Walks a way in a window of its own, and hands over the page that it leads to. */
async function walked(demonstration, way, language, act = async () => {}) {
  const viewport = { width: 360, height: 900 };
  const context = await browser.newContext({ viewport, baseURL: demonstration.address });
  const page = await context.newPage();
  await go(page, way, language, demonstration);
  await act(page);
  await context.close();
}

async function picture(page, folder, name, fullPage) {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  count += 1;
}

/** A page in every language, width and light. */
async function every(demonstration, [name, ...way]) {
  for (const language of ["en", "km", "ja"]) {
    await walked(demonstration, way, language, async (page) => {
      // Else the page shows as pointed at wherever the last press was.
      await page.mouse.move(0, 0);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          await picture(page, SCREENS, `${name}-${language}-${width}-${colorScheme}`, true);
        }
      }
      if (PICTURES && language === "en" && README[name]) {
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize(README[name]);
        await picture(page, PICTURES, name, false);
      }
    });
  }
}

/** What is done in a stage, and the pictures of its pages. */
async function stage(demonstration, { does = [], pages }) {
  for (const way of does) {
    await walked(demonstration, way, "en");
  }
  for (const page of pages.filter(([name]) => ONLY.test(name))) {
    await every(demonstration, page);
  }
}

/** Acts in a demonstration, and ends it whatever comes of that. */
async function within(setting, act) {
  const demonstration = await begin(setting);
  try {
    await act(demonstration);
  } finally {
    await demonstration.end();
  }
}

try {
  // Stages go on from each other; one with rulebooks of its own has a demonstration of its own.
  await within({}, async (shared) => {
    for (const one of STAGES.filter(({ rulebooks }) => !rulebooks)) {
      await stage(shared, one);
    }
  });
  for (const one of STAGES.filter(({ rulebooks }) => rulebooks)) {
    await within(one, (apart) => stage(apart, one));
  }
} finally {
  await browser.close();
}
console.log(`${count} pictures`);
