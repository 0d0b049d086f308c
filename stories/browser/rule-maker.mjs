//! A rule changes: one row by a rule maker, whom it would have touched, a second person's approval, and the day it binds from.

/** The reader who has a mouse and no scripts, as far as this walk needs one. */
export class Mouse {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** Presses a link or button and waits for the page that comes. */
  async follow(name, { role = "link" } = {}) {
    const found = this.#page.getByRole(role, typeof name === "string" ? { name, exact: true } : { name }).first();
    await Promise.all([this.#page.waitForNavigation(), found.click()]);
  }

  /** Opens what is folded away under this name. */
  async unfold(name) {
    await this.#page.locator("summary").filter({ hasText: name }).click();
  }

  /** Types into a field, over what stands there. */
  async fill(name, text) {
    await this.#page.getByLabel(name, { exact: true }).fill(text);
  }

  /** Chooses in a list that opens. */
  async pick(name, words) {
    await this.#page.getByRole("combobox", { name, exact: true }).selectOption({ label: words });
  }

  /** Types a day into a date field. */
  async fillDay(name, day) {
    await this.fill(name, day);
  }
}

const BUTTON = { role: "button" };

/** The rule makers' walk, by keyboard or by whatever other hands. */
export async function ruleMaker(walk, hands = walk.keyboard) {
  const be = async (name) => {
    await walk.open("/en/people");
    await hands.follow(`Be ${name}`, BUTTON);
  };
  await walk.step("a rule maker begins to work on the version in force", async () => {
    await be("Vanna Chhim");
    await walk.shows("Which authorities must agree to an event, and why");
    await hands.follow(/^1$/);
    await walk.shows("Binds whoever hands in from", "Does an embassy or another foreign mission hold it or help to hold it?");
    await hands.follow("Work on this version", BUTTON);
    await walk.shows("A new version of Public events in Phnom Penh");
  });
  if (hands === walk.keyboard) {
    await toldWhileTyping(walk);
  }
  await walk.step("one row is changed; a cell that is no test is told beside it", async () => {
    await hands.follow("Rule 8");
    await hands.follow("Back to the version");
    await hands.follow("Rule 9");
    await hands.pick("How many people do you expect?", "more than");
    await hands.fill("What it is compared with, in persons", "many people");
    await hands.follow("Save the rule", BUTTON);
    await walk.shows("There is a problem", "Write a number in digits");
    await hands.fill("What it is compared with, in persons", "300");
    await hands.follow("Save the rule", BUTTON);
    await walk.shows("A new version of Public events in Phnom Penh", "more than 300 persons");
  });
  await walk.step("whom it would have touched is told case by case", async () => {
    await hands.follow("Whom it would have touched");
    await walk.shows("2 applications that were handed in", "PNH-2023-0002", "would no longer be put to Foreign Affairs");
    await hands.follow("Back");
  });
  await walk.step("the version is proposed, and not to be approved by who proposes it", async () => {
    await hands.fill("Version", "2");
    await hands.fillDay("Binds from", "2023-10-01");
    await hands.fill("What it is for", "Small receptions of embassies need no consent.");
    await hands.follow("Propose the version", BUTTON);
    await walk.shows("waiting for a second person", "Rule 9, How many people do you expect?: any → more than 300 persons", "Proposed by Vanna Chhim");
    if ((await walk.page.getByRole("button", { name: "Approve" }).count()) > 0) {
      throw new Error("who proposes is offered to approve");
    }
  });
  await walk.step("the second rule maker sees the same, approves, and publishes for the day", async () => {
    await be("Rithy Sok");
    await hands.follow(/^Public events in Phnom Penh 2, proposal 1/);
    await walk.shows("waiting for a second person", "Rule 9, How many people do you expect?: any → more than 300 persons");
    await hands.follow("Whom it would have touched");
    await walk.shows("would no longer be put to Foreign Affairs");
    await hands.follow("Back");
    await hands.follow("Approve", BUTTON);
    await walk.shows("Check before you approve this version");
    await hands.follow("Approve", BUTTON);
    await walk.shows("Approved by Rithy Sok");
    await hands.follow("Publish", BUTTON);
    await walk.shows("Check before you publish this version");
    await hands.follow("Publish", BUTTON);
    await walk.shows("Published by Rithy Sok", "from 1 October 2023 on");
  });
  await walk.step("anyone sees the new version beside the old one, and what changed", async () => {
    await walk.signOut(hands);
    await walk.open("/en/rulebooks");
    await walk.shows("in force", "not yet in force");
    await hands.follow(/^2$/);
    await walk.shows("What changed since version 1", "Rule 9, How many people do you expect?: any → more than 300 persons");
  });
}

/** A cell is read while one types, and what is wrong with it stands beside it. */
async function toldWhileTyping(walk) {
  const { keyboard, page } = walk;
  const label = "What it is compared with, in persons";
  const cell = page.getByLabel(label, { exact: true });
  await walk.step("a cell that is no test is told while one types, and no longer once it is one", async () => {
    await keyboard.follow("Rule 9");
    await keyboard.pick("How many people do you expect?", "more than");
    await keyboard.fill(label, "many people");
    await walk.shows("Write a number in digits");
    if ((await cell.getAttribute("aria-invalid")) !== "true") {
      throw new Error("the cell does not say that it is wrong");
    }
    const described = await cell.getAttribute("aria-describedby");
    const words = await page.locator(`#${described.split(" ").at(-1)}`).textContent();
    if (!words.includes("Write a number in digits")) {
      throw new Error(`the cell is described by “${words}”`);
    }
    await page.keyboard.press("Control+A");
    await page.keyboard.type("300");
    await page.getByText("Write a number in digits").waitFor({ state: "detached" });
    await walk.shows("Rule 9:");
    if ((await cell.getAttribute("aria-invalid")) !== null) {
      throw new Error("the cell still says that it is wrong");
    }
    await keyboard.follow("Back to the version");
  });
}
