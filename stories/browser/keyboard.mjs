//! A reader who has a keyboard and no mouse: finds things by the name that the browser tells a screen reader.

/** More presses than any page has things to reach. */
const MOST_PRESSES = 150;

/** The keyboard of one page. */
export class Keyboard {
  #page;
  #browserSide;

  constructor(page, browserSide) {
    this.#page = page;
    this.#browserSide = browserSide;
  }

  static async of(page) {
    return new Keyboard(page, await page.context().newCDPSession(page));
  }

  /**
   * Presses Tab (or Shift+Tab) until what has the focus carries this name.
   *
   * @param {string | RegExp} name the whole accessible name, or a pattern of it
   * @param {{role?: string, backwards?: boolean}} [wanted]
   * @throws {Error} when it is not reached, or something on the way has a focus that cannot be seen
   */
  async tabTo(name, { role, backwards = false } = {}) {
    const passed = [];
    const key = backwards ? "Shift+Tab" : "Tab";
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      await this.#page.keyboard.press(key);
      const focused = await this.#focused();
      if (focused === null) {
        passed.push("(the end of the page)");
        continue;
      }
      await this.#mustBeSeen(focused);
      if (fits(focused.name, name) && (!role || focused.role === role)) {
        return focused;
      }
      passed.push(`${focused.role} “${focused.name}”`);
    }
    const seen = [...new Set(passed)].join(", ");
    throw new Error(`Tab never reaches ${role ?? "anything"} named “${name}”. It passes: ${seen}`);
  }

  /** Goes to a link or button and opens it with Enter; ends when the next page is there. */
  async follow(name, wanted) {
    await this.tabTo(name, wanted);
    await this.arrive(() => this.#page.keyboard.press("Enter"));
  }

  /** Goes to what is folded away under this name, and opens it. */
  async unfold(name) {
    await this.tabTo(name);
    await this.#page.keyboard.press("Enter");
  }

  /** Waits for the page that an act leads to. */
  async arrive(act) {
    await Promise.all([this.#page.waitForNavigation({ waitUntil: "load" }), act()]);
  }

  /** Goes to a field and types into it, over what stands there. */
  async fill(name, text) {
    await this.tabTo(name);
    await this.#page.keyboard.press("Control+A");
    const [first, ...rest] = text.split("\n");
    await this.#page.keyboard.type(first);
    for (const line of rest) {
      await this.#page.keyboard.press("Enter");
      await this.#page.keyboard.type(line);
    }
  }

  /** Goes to a list that opens and types what is to be chosen. */
  async pick(name, words) {
    await this.tabTo(name);
    await this.#page.keyboard.type(words);
  }

  /** Goes to a date field and types the day as its parts stand in an American browser. */
  async fillDay(name, day) {
    await this.tabTo(name);
    const [year, month, date] = day.split("-");
    await this.#page.keyboard.type(`${month}${date}${year}`);
  }

  /** Goes to a time field and types the time as its parts stand in an American browser. */
  async fillTime(name, time) {
    await this.tabTo(name);
    const [hour, minute] = time.split(":").map(Number);
    const twelve = String(((hour + 11) % 12) + 1).padStart(2, "0");
    await this.#page.keyboard.type(`${twelve}${String(minute).padStart(2, "0")}${hour < 12 ? "AM" : "PM"}`);
  }

  /** Goes to a checkbox and ticks it. */
  async tick(name) {
    await this.tabTo(name, { role: "checkbox" });
    await this.#page.keyboard.press("Space");
  }

  /** Goes to a group of radio buttons and moves to the one of this name with the arrow keys. */
  async choose(group, name) {
    await this.#reachGroup(group);
    const passed = [];
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      const focused = await this.#focused();
      if (focused !== null && fits(focused.name, name)) {
        await this.#page.keyboard.press("Space");
        return;
      }
      passed.push(focused?.name);
      await this.#page.keyboard.press("ArrowDown");
    }
    throw new Error(`“${group}” has no choice “${name}”, only ${[...new Set(passed)].join(", ")}`);
  }

  async #reachGroup(group) {
    const passed = new Set();
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      await this.#page.keyboard.press("Tab");
      const legend = await this.#page.evaluate(() => {
        const one = document.activeElement;
        return one?.type === "radio" ? one.closest("fieldset")?.querySelector("legend")?.textContent.trim() : null;
      });
      if (legend && fits(legend, group)) {
        await this.#mustBeSeen(await this.#focused());
        return;
      }
      passed.add(legend ?? "");
    }
    throw new Error(`Tab never reaches the choices “${group}”. It passes: ${[...passed].filter(Boolean).join(", ")}`);
  }

  /** What has the focus, as the browser tells a screen reader; null for the page as a whole. */
  async #focused() {
    const { result } = await this.#browserSide.send("Runtime.evaluate", { expression: "document.activeElement" });
    if (!result.objectId || result.className === "HTMLBodyElement") {
      return null;
    }
    const { nodes } = await this.#browserSide.send("Accessibility.getPartialAXTree", {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const [node] = nodes;
    return { name: node?.name?.value ?? "", role: node?.role?.value ?? "" };
  }

  async #mustBeSeen(focused) {
    const hidden = await this.#page.evaluate(whyNotSeen);
    if (hidden) {
      throw new Error(`the focus on ${focused.role} “${focused.name}” cannot be seen: ${hidden}`);
    }
  }
}

function fits(name, wanted) {
  return wanted instanceof RegExp ? wanted.test(name) : name === wanted;
}

/** Runs in the page: why the focus is not seen, or null when it is. WCAG 2.4.7 and 2.4.11. */
function whyNotSeen() {
  const one = document.activeElement;
  const label = ["radio", "checkbox"].includes(one.type) ? one.labels[0] : null;
  const marks = [getComputedStyle(one), ...(label ? [getComputedStyle(label, "::before"), getComputedStyle(label)] : [])];
  const marked = marks.some(
    (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
  );
  if (!marked) {
    return "nothing is drawn around it";
  }
  const box = one.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) {
    return "it has no size";
  }
  const inside = (low, high, end) => high > 0 && low < end;
  if (!inside(box.left, box.right, innerWidth) || !inside(box.top, box.bottom, innerHeight)) {
    return "it lies outside the window";
  }
  // A link that breaks over lines has a box whose middle may be empty: its first line is asked.
  const line = one.getClientRects()[0];
  const x = Math.min(Math.max(line.left + line.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(line.top + line.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  if (top && (one.contains(top) || top.contains(one) || label?.contains(top))) {
    return null;
  }
  return `it is covered by ${top?.outerHTML.slice(0, 120)}`;
}
