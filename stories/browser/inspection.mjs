//! What must hold on every page that a walk passes: no barrier, nothing off the side, nothing refused by the policy.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The narrowest screen that WCAG 1.4.10 asks for, a small phone, and a desk. */
const WIDTHS = [320, 360, 1280];

/**
 * Inspects the page that is shown and leaves it as it was.
 *
 * @param {boolean} scripts whether the page may run scripts: axe-core is one, and waits for ever where none may run
 * @throws {Error} naming each fault and where on the page it is
 */
export async function inspect(page, scripts) {
  const faults = [...(await offTheSide(page)), ...(scripts ? await barriers(page) : [])];
  if (faults.length > 0) {
    throw new Error(faults.join("\n"));
  }
}

async function offTheSide(page) {
  const before = page.viewportSize();
  const faults = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    const wide = await page.evaluate(widest);
    if (wide) {
      faults.push(`at ${width} px the page is ${wide.width} px wide, because of ${wide.what}`);
    }
  }
  await page.setViewportSize(before);
  return faults;
}

/** Runs in the page. */
function widest() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) {
    return null;
  }
  const reach = (element) => element.getBoundingClientRect().right;
  const all = [...document.body.querySelectorAll("*")];
  const most = all.reduce((best, one) => (reach(one) >= reach(best) ? one : best), document.body);
  return { width: root.scrollWidth, what: most.outerHTML.slice(0, 160) };
}

async function barriers(page) {
  const faults = [];
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(() => globalThis.axe.run({ preload: false, rules: { "target-size": { enabled: true } } }));
    for (const one of found.violations) {
      for (const node of one.nodes) {
        faults.push(`${one.id} (${colorScheme}): ${node.failureSummary} — ${node.html.slice(0, 200)}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: null });
  return faults;
}
