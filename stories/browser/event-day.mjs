//! The day of the event on a phone: its page opens while the server is stopped, what is made on it then is kept, and arrives once.

const PEOPLE = "/en/people";

/** Presses a button and waits for the page that comes. */
async function press(page, name) {
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name }).first().click()]);
}

/** Follows a link and waits for the page that comes. */
async function follow(page, name) {
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name }).first().click()]);
}

/** Becomes another of the demonstration's people. */
async function be(walk, name) {
  await walk.open(PEOPLE);
  await press(walk.page, `Be ${name}`);
}

/** Everyone agrees, and the permit is issued. */
async function permitted(walk) {
  const { page } = walk;
  await be(walk, "Ayaka Mori");
  await follow(page, "Answer the question of Interior");
  await page.getByLabel("Your answer").fill("By both streets.");
  await press(page, "Answer the question");
  await press(page, "Record this answer");
  for (const name of ["Malis Ouk", "Vuthy Kong"]) {
    await be(walk, name);
    await follow(page, /^Seventieth/);
    await page.getByRole("radio", { name: "Agree", exact: true }).check();
    await press(page, "Decide");
    await press(page, "Record this decision");
  }
  await be(walk, "Rachana Tep");
  await follow(page, /^Seventieth/);
  await press(page, "Issue the permit");
  await press(page, "Issue the permit");
}

/** Moves the demonstration's clock; whoever was signed in has to sign in again. */
async function moveClock(walk, day) {
  const { page } = walk;
  await walk.open(PEOPLE);
  await page.locator(".demonstration__more > summary").click();
  await page.locator("#demonstration-day").fill(day);
  await Promise.all([page.waitForNavigation(), page.locator(".demonstration__more button").click()]);
}

/** The page is kept once its script says so. */
const kept = (page) => page.locator("html[data-kept=yes]").waitFor({ state: "attached" });

/** The day's walk; the server is stopped and started in it. */
export async function eventDay(walk, server) {
  const { keyboard, page } = walk;
  let day = "";
  await walk.step("with a permit and near the day, the organiser comes to the page for the day", async () => {
    await permitted(walk);
    await moveClock(walk, "2023-11-18");
    await be(walk, "Ayaka Mori");
    await walk.open("/en/events");
    await keyboard.follow(/^Seventieth anniversary/);
    await keyboard.follow("Page for the day of the event");
    await walk.shows("On the day:", "Conditions in the order of the day", "If something goes wrong");
    await kept(page);
    day = new URL(page.url()).pathname;
  });
  await walk.without(server, async () => {
    await walk.step("the server is stopped; the page opens all the same, and says how old it is", async () => {
      await page.reload();
      await walk.shows("On the day:", "No network since", "the permit may have been suspended since");
    });
    await walk.step("a condition is ticked and a note written, and both wait on the phone", async () => {
      await keyboard.tabTo(/^Tick: it is kept/, { role: "button" });
      await page.keyboard.press("Enter");
      await walk.shows("Not sent yet", "It waits for the network.");
      await keyboard.fill("What happened", "A barge drifted.");
      await keyboard.tabTo("Note what happened", { role: "button" });
      await page.keyboard.press("Enter");
      await page.locator("#unsent li").nth(1).waitFor();
    });
    await walk.step("they are there when the page is opened again", async () => {
      await page.reload();
      await page.locator("#unsent li").nth(1).waitFor();
      await walk.shows("A barge drifted.");
    });
  });
  await walk.step("the server is back: both arrive, each once", async () => {
    await Promise.all([page.waitForNavigation(), page.evaluate(() => dispatchEvent(new Event("online")))]);
    await walk.shows("1, noted by the organiser", "Shown");
    await page.reload();
    await kept(page);
    const [notes, waiting] = [await page.locator("#notes article").count(), await page.locator("#unsent li").count()];
    if (notes !== 1 || waiting !== 0) {
      throw new Error(`${notes} notes arrived, and ${waiting} things wait`);
    }
  });
  await walk.without(server, async () => {
    await walk.step("once more without the server, a note is kept", async () => {
      await page.reload();
      await page.getByLabel("What happened", { exact: true }).fill("The crowd is larger than expected.");
      await page.getByRole("button", { name: "Note what happened" }).click();
      await page.locator("#unsent li").first().waitFor();
    });
  });
  await walk.step("another person on the same phone does not find the page that was kept, and is told whose note waits", async () => {
    await be(walk, "Malis Ouk");
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    await walk.open(day);
    await walk.shows("Something made by Ayaka Mori");
    if ((await page.locator("#unsent li").count()) !== 0) {
      throw new Error("what another made is shown");
    }
  });
  await walk.step("it is sent when the organiser is back", async () => {
    await be(walk, "Ayaka Mori");
    await walk.open(day);
    await walk.shows("2, noted by the organiser", "The crowd is larger than expected.");
  });
  await walk.step("Interior says no-go, and the public page says so at once", async () => {
    await be(walk, "Malis Ouk");
    await walk.open(day);
    await keyboard.follow(/^Say go or no-go/);
    await keyboard.choose("For your authority", /^No-go/);
    await keyboard.follow("Say go or no-go", { role: "button" });
    await walk.shows("There is a problem", "Say why: a no-go needs reasons.");
    await keyboard.fill("Why", "The river is high.");
    await keyboard.tick("Everyone may read why, on the permit’s public page");
    await keyboard.follow("Say go or no-go", { role: "button" });
    await walk.shows("Interior said no-go on", "The permit still stands.", "The river is high.");
    await walk.open("/en/calendar");
    await keyboard.follow(/^Seventieth anniversary/);
    await walk.shows("Interior said no-go on", "The river is high.");
  });
}
