//! A walk: named steps in one browser context, told line by line, with a picture of the page where one fails.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { inspect } from "./inspection.mjs";
import { Keyboard } from "./keyboard.mjs";

const PICTURES = fileURLToPath(new URL("../../target/browser-story/", import.meta.url));

/** What keeps Chromium from needing a sandbox of its own in a container, and from talking to the world. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Nothing on one machine takes longer, unless it will not come at all. */
const PATIENCE_MILLISECONDS = 10_000;

/** What came of all walks. */
export class Tally {
  passed = 0;
  failed = 0;
}

/** One walk through the pages. */
export class Walk {
  #name;
  #tally;
  #scripts;
  #complaints = [];
  /** Whether something is away, of which the browser has to complain. */
  #away = false;

  constructor({ name, tally, address, scripts }, context, page, keyboard) {
    this.#name = name;
    this.#tally = tally;
    this.#scripts = scripts;
    this.context = context;
    this.page = page;
    this.address = address;
    this.keyboard = keyboard;
    page.on("console", (message) => {
      // A form that was not taken is answered with 422, with 409 when it was stale, or with 401 where one has to sign in first;
      // the browser calls all of them an error of loading.
      const refused = /status of (401|409|422)/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !refused) {
        this.#complaints.push(`the browser says: ${message.text()}`);
      }
    });
    page.on("pageerror", (fault) => this.#complaints.push(`a script failed: ${fault}`));
    page.on("requestfailed", (request) => {
      // What a page asked for and did not wait for, because it was left.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") {
        this.#complaints.push(`${request.url()} did not load`);
      }
    });
  }

  /**
   * Opens a context of its own, walks, and closes it. A step that fails ends the walk, not the run.
   *
   * @param {object} browser Playwright's
   * @param {{name: string, address: string, width: number, scripts?: boolean, tally: Tally}} setting
   * @param {(walk: Walk) => Promise<void>} steps
   */
  static async run(browser, { name, address, width, scripts = true, tally }, steps) {
    console.log(`\n${name}`);
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      locale: "en-US",
      javaScriptEnabled: scripts,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    const page = await context.newPage();
    const walk = new Walk({ name, tally, address, scripts }, context, page, await Keyboard.of(page));
    try {
      await steps(walk);
    } catch (fault) {
      if (!(fault instanceof StepFailed)) {
        throw fault;
      }
    } finally {
      await context.close();
    }
  }

  /** One step; its sentence says what a person does and what the page then shows. */
  async step(sentence, act) {
    try {
      await act();
      this.#mustBeQuiet();
      this.#tally.passed += 1;
      console.log(`  passed  ${sentence}`);
    } catch (fault) {
      this.#tally.failed += 1;
      const picture = await this.#picture();
      console.log(`  FAILED  ${sentence}\n          page: ${this.page.url()}\n          picture: ${picture}`);
      console.log(String(fault.message ?? fault).replace(/^/gm, "          "));
      throw new StepFailed(sentence);
    }
  }

  /** Signs out by keyboard, or by whatever other hands: where the menu is folded away, it is in the menu. */
  async signOut(hands = this.keyboard) {
    if (await this.page.locator(".masthead__menu > summary").isVisible()) {
      await hands.unfold(/^Menu/);
    }
    await hands.follow("Sign out", { role: "button" });
  }

  /** Opens an address of the installation by typing it. */
  async open(path) {
    await this.page.goto(this.address + path);
  }

  /** Acts while the network is away; what the browser says of that is no complaint. */
  async offline(act) {
    await this.without({ stop: () => this.context.setOffline(true), start: () => this.context.setOffline(false) }, act);
  }

  /** Acts while something is away that is there again afterwards; what the browser says of that is no complaint. */
  async without({ stop, start }, act) {
    const before = this.#complaints.length;
    this.#away = true;
    await stop();
    try {
      await act();
    } finally {
      await start();
      this.#complaints.length = before;
      this.#away = false;
    }
  }

  /** The page must show this text, and hold for everyone. */
  async shows(...texts) {
    for (const text of texts) {
      await this.page.getByText(text).filter({ visible: true }).first().waitFor();
    }
    await inspect(this.page, this.#scripts);
  }

  #mustBeQuiet() {
    const [first] = this.#complaints;
    if (first && !this.#away) {
      throw new Error(this.#complaints.join("\n"));
    }
  }

  async #picture() {
    await mkdir(PICTURES, { recursive: true });
    const words = `${this.#name}-${this.#tally.failed}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const path = join(PICTURES, `${words}.png`);
    await this.page.screenshot({ path, fullPage: true });
    return path;
  }
}

/** Told already; ends its walk. */
class StepFailed extends Error {}
