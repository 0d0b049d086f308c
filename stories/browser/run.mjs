//! The anniversary case in a real browser: by keyboard alone on a phone and on a desk, and once without scripts.

import { chromium } from "playwright-core";

import { begin, named, run } from "./demonstration.mjs";
import { otherEditors } from "./dmn-js.mjs";
import { desk } from "./desk.mjs";
import { draft } from "./draft.mjs";
import { eventDay } from "./event-day.mjs";
import { permitCheck } from "./permit-check.mjs";
import { Mouse, ruleMaker } from "./rule-maker.mjs";
import { FLAGS, Tally, Walk } from "./walk.mjs";

/** What a small phone shows of a page at once, in CSS pixels from its top. */
const SMALL_SCREEN = 640;

/** Becomes another of the demonstration's people, by keyboard. */
async function be(walk, name) {
  await walk.open("/en/people");
  await walk.keyboard.follow(`Be ${name}`);
}

/** The whole case, as seven people walk it. */
async function theCase(walk) {
  const { keyboard, page } = walk;
  let reference = "";
  await walk.step("anyone sees the people of the demonstration and that they are invented", async () => {
    await walk.open("/en/people");
    await walk.shows("Who would you like to be?", "invented");
  });
  await walk.step("the organiser sees what stands between them and 19 November", async () => {
    await be(walk, "Ayaka Mori");
    await walk.shows("What stands between us and 19 November", "2 of 4 authorities have agreed.");
  });
  await walk.step("what there is to do is seen without scrolling", async () => {
    const button = await page.getByRole("link", { name: "Answer the question of Interior" }).boundingBox();
    if (button.y + button.height > SMALL_SCREEN) {
      throw new Error(`it ends ${Math.round(button.y + button.height)} px from the top`);
    }
  });
  await walk.step("the organiser answers the question of Interior", async () => {
    await keyboard.follow("Answer the question of Interior");
    await walk.shows("By which ways does the crowd leave the quay");
    await keyboard.fill("Your answer", "By the two streets north and south of the stage.");
    await keyboard.follow("Answer the question", { role: "button" });
    await walk.shows("Check your answer before it is recorded", "The clock of Ministry of Interior then runs again.");
    await keyboard.follow("Record this answer", { role: "button" });
    await walk.shows("By the two streets north and south of the stage.", "in review");
  });
  await walk.step("Interior's decider is told of the answer, and chooses how to be told", async () => {
    await be(walk, "Malis Ouk");
    await walk.open("/en/inbox");
    await walk.shows("The question of Interior was answered", "Your clock runs again.");
    await keyboard.follow("Notices by e-mail");
    await walk.shows("This installation sends no e-mail", "Once a day");
    await keyboard.follow("To the inbox");
    await keyboard.follow("The question of Interior was answered");
    await walk.shows("The clock", "the clock stood still");
  });
  await walk.step("Interior's decider finds it in the docket and agrees with a condition", async () => {
    await be(walk, "Malis Ouk");
    await walk.shows("Docket", "One referral waits for your decision.");
    await keyboard.follow(/^Seventieth anniversary/);
    await walk.shows("The clock", "the clock stood still");
    await keyboard.choose("Decision", "Agree with conditions");
    await keyboard.tick("A lane is kept free for ambulances and fire engines.");
    await keyboard.fill("Further conditions, in your own words", "Forty stewards stand on the bank.");
    await keyboard.follow("Decide", { role: "button" });
    await walk.shows("Check your decision before it is recorded", "Ministry of Interior has then agreed");
    await keyboard.follow("Change", { role: "button" });
    await walk.shows("A decision stands.", "Forty stewards stand on the bank.");
    await keyboard.follow("Decide", { role: "button" });
    await keyboard.follow("Record this decision", { role: "button" });
    await walk.shows("agreed with 2 conditions", "A lane is kept free", "Forty stewards stand on the bank.");
  });
  await walk.step("National Defence refuses without reasons, is told so beside the field, and agrees", async () => {
    await be(walk, "Vuthy Kong");
    await keyboard.follow(/^Seventieth anniversary/);
    await keyboard.choose("Decision", "Refuse");
    await keyboard.follow("Decide", { role: "button" });
    await page.getByText("Give reasons for the refusal.").first().waitFor();
    await keyboard.choose("Decision", "Agree");
    await keyboard.follow("Decide", { role: "button" });
    await walk.shows("Check your decision before it is recorded");
    await keyboard.follow("Record this decision", { role: "button" });
    await walk.shows("Decision notice");
    await keyboard.follow("Decision notice");
    await walk.shows("How the period was reckoned");
  });
  await walk.step("the coordinator sees the board and issues the permit", async () => {
    await be(walk, "Rachana Tep");
    await walk.shows("Applications");
    await keyboard.follow(/^Seventieth anniversary/);
    await walk.shows("Everyone whose consent is needed has agreed");
    await keyboard.follow("Issue the permit", { role: "button" });
    await walk.shows("Check before you issue the permit", "It can only be suspended, revoked or replaced");
    await keyboard.follow("Issue the permit", { role: "button" });
    await walk.shows("The permit is issued.");
    await keyboard.follow("See the permit");
    await walk.shows("in force", "Verify this paper");
    reference = new URL(page.url()).pathname.split("/").at(-1);
  });
  let code = "";
  await walk.step("anyone finds the event in the public calendar and reads the permit's code", async () => {
    await walk.signOut();
    await walk.open("/en/calendar");
    await walk.shows("Events that have a permit.");
    await keyboard.follow(/^Seventieth anniversary/);
    await walk.shows("in force", "Conditions");
    code = (await page.locator("#code-text").textContent()).trim();
  });
  await walk.step("anyone verifies the code", async () => {
    await walk.open("/en/verify");
    await walk.shows("Verify a permit");
    await keyboard.tabTo("Text of the code, or the permit’s file");
    await page.keyboard.insertText(code);
    await keyboard.follow("Verify", { role: "button" });
    await walk.shows("Genuine and in force");
  });
  await walk.step("the coordinator revokes the permit", async () => {
    await be(walk, "Rachana Tep");
    await keyboard.follow(/^All applications/);
    await keyboard.follow(/^Seventieth anniversary/);
    await keyboard.tabTo("Revoke the permit");
    await page.keyboard.press("Enter");
    await keyboard.fill("Reasons for revoking the permit", "The quay is flooded.");
    await keyboard.follow("Revoke the permit", { role: "button" });
    await walk.shows("Check before you revoke the permit", "The quay is flooded.", "It cannot be undone");
    await keyboard.follow("Revoke the permit", { role: "button" });
    await walk.shows("The permit was revoked.");
  });
  await walk.step("anyone who verifies the code now sees that it was revoked", async () => {
    await walk.open("/en/verify");
    await keyboard.tabTo("Text of the code, or the permit’s file");
    await page.keyboard.insertText(code);
    await keyboard.follow("Verify", { role: "button" });
    await walk.shows("Genuine, but revoked");
    await walk.open(`/en/permits/${reference}`);
    await walk.shows("revoked on");
  });
  await walk.step("the desk officer opens the meeting with its five subjects, and its source", async () => {
    await be(walk, "Ren Ishida");
    await walk.shows("Meetings", "Coming days of the relationship");
    await keyboard.follow(/Peace Palace/);
    await walk.shows("Subjects", "5.");
    await keyboard.follow("The source of this record");
    await walk.shows("SHA-256 of the text");
    await page.goBack();
  });
  await walk.step("the desk officer opens a request of the meeting and the words that it rests on", async () => {
    await keyboard.follow(/^Cooperate in holding/);
    await walk.shows("It rests on these words", "Asked by", "Asked of");
    await page.goBack();
  });
  await walk.step("the desk officer records one more statement, and is told where its words do not stand", async () => {
    await keyboard.follow("Add to the record");
    await walk.shows("What do you want to add?");
    await keyboard.follow("A statement");
    await keyboard.fill("The words of the source", "words that stand nowhere");
    await keyboard.fill("In our own words", "Progress was spoken of.");
    await keyboard.choose("Who said it", /./);
    await keyboard.choose("What was done in saying it", "states");
    await keyboard.choose("How the source gives it", "reported speech");
    await keyboard.follow("Add to the record", { role: "button" });
    await walk.shows("These words do not stand in the source.", "Progress was spoken of.");
    await keyboard.fill("The words of the source", "to talk over how relations are moving forward");
    await keyboard.follow("Add to the record", { role: "button" });
    await walk.shows("Statements", "Progress was spoken of.");
  });
  await walk.step("the organiser begins an application from a request, saves it, and is told what is missing", async () => {
    await be(walk, "Ayaka Mori");
    await walk.open("/en/requests");
    await walk.shows("Requests");
    await keyboard.follow(/^Cooperate in holding/);
    await walk.shows("It rests on these words");
    await keyboard.follow("Begin an application from this request", { role: "button" });
    await walk.shows("Apply for an event");
    await keyboard.fill("Name of the event", "A second evening");
    await keyboard.follow("Save and check", { role: "button" });
    await walk.shows("There is a problem", "Place: Enter where the event is held.");
  });
  await walk.step("the organiser fills it in, saves it, sees who will be asked, and hands it in", async () => {
    await fillIn(keyboard);
    await keyboard.follow("Save", { role: "button" });
    await walk.shows("Saved on");
    await keyboard.follow("Save and check", { role: "button" });
    await walk.shows("Check before you hand it in", "Who will be asked", "A second evening");
    await keyboard.follow("Hand in", { role: "button" });
    await walk.shows("Handed in. The lead authority checks that it is complete.");
  });
  await walk.step("the coordinator accepts it as valid and puts it to the authorities", async () => {
    await be(walk, "Rachana Tep");
    await keyboard.follow("A second evening");
    await keyboard.follow("Accept as valid and put to the authorities", { role: "button" });
    await walk.shows("Check before you put it to the authorities", "Who will be asked");
    await keyboard.follow("Accept as valid and put to the authorities", { role: "button" });
    await walk.shows(/^0 of \d authorities have agreed/);
  });
  await walk.step("Interior asks item by item: about an answer, and for a document by its name", async () => {
    await be(walk, "Malis Ouk");
    await keyboard.follow("A second evening");
    await keyboard.fill("Question to the organiser", "We have to judge how the crowd leaves.");
    await keyboard.unfold(/^About answers of the application: 0 of \d chosen/);
    await keyboard.tick("How many people do you expect?");
    await keyboard.fill("What of it you ask", "How many on the north side?");
    await keyboard.unfold(/^Documents/);
    await keyboard.fill("Documents, by their names", "Plan of the exits");
    await keyboard.follow("Ask the organiser", { role: "button" });
    await walk.shows("1.1 How many people do you expect?", "1.2 Plan of the exits", "0 of 2 answered", "1.2 (Plan of the exits): still awaited");
  });
  await walk.step("the organiser answers one item, is told what the other lacks, and says why it has no answer", async () => {
    await be(walk, "Ayaka Mori");
    await walk.open("/en/events");
    await keyboard.follow("A second evening");
    await keyboard.follow("Answer the question of Interior");
    await keyboard.fill("Your answer to 1.1", "Half of them.");
    await keyboard.follow("Answer item by item", { role: "button" });
    await walk.shows("Check your answer before it is recorded", "goes on standing still");
    await keyboard.follow("Record this answer", { role: "button" });
    await walk.shows("1 of 2 answered", "Half of them.");
    await keyboard.tick("This cannot be answered; the words above say why");
    await keyboard.follow("Answer item by item", { role: "button" });
    await walk.shows("There is a problem", "Your answer to 1.2: Say why it cannot be answered.");
    await keyboard.fill("Your answer to 1.2", "The quay is open on all sides.");
    await keyboard.follow("Answer item by item", { role: "button" });
    await keyboard.follow("Record this answer", { role: "button" });
    await walk.shows("2 of 2 answered", "cannot be answered, said on", "in review");
  });
  await walk.step("the organiser changes how many will come, sees who begins anew because of it, and hands the change in", async () => {
    await be(walk, "Ayaka Mori");
    await walk.open("/en/events");
    await keyboard.follow("A second evening");
    await keyboard.tabTo("Change the application");
    await page.keyboard.press("Enter");
    await keyboard.follow("Begin a change", { role: "button" });
    await walk.shows("Change an application", "which is before the authorities");
    await keyboard.fill("How many people do you expect?", "6000");
    await keyboard.follow("Save and check", { role: "button" });
    await walk.shows("Check the change before you hand it in", "begins anew", "goes on as before");
    await keyboard.follow("Hand in the change", { role: "button" });
    await walk.shows("The organiser changed the application on");
  });
  await walk.step("Interior reads why it has the case anew", async () => {
    await be(walk, "Malis Ouk");
    await walk.shows("To be decided anew");
    await keyboard.follow("A second evening");
    await walk.shows("What was changed: the answer to");
  });
  await walk.step("the auditor reads the events and can change nothing", async () => {
    await be(walk, "Bopha Neang");
    await walk.shows("Events");
  });
}

/** Fills in what the second evening is: fireworks on the river, without an embassy. */
async function fillIn(keyboard) {
  await keyboard.fill("What will be seen and heard", "Fireworks from the same barge.");
  await keyboard.tick("Fireworks");
  await keyboard.fill("What it is, in a few words", "Six minutes of fireworks");
  await keyboard.fill("Place", "Riverfront, Phnom Penh");
  await keyboard.fillDay("Day", "2023-11-20");
  await keyboard.fillTime("From", "18:00");
  await keyboard.fillTime("Until", "20:30");
  await keyboard.choose("What kind of event is it?", "Celebration or ceremony");
  await keyboard.choose("Where is it held?", "Riverside or on the river");
  await keyboard.fill("How many people do you expect?", "3000");
  await keyboard.choose("Does an embassy or another foreign mission hold it or help to hold it?", "No");
  await keyboard.choose("Will there be fireworks?", "Yes");
  await keyboard.fill(/^What is the diameter of the largest shell\?/, "60");
  await keyboard.choose("Does the place lie under the protected airspace of an airport?", "No");
  await keyboard.choose("Must a road be closed?", "No");
}

/** The same first steps by mouse, without any script. */
async function withoutScripts(walk) {
  const { page } = walk;
  const press = async (name) => {
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name }).first().click()]);
  };
  await walk.step("without scripts, the organiser answers and the answer is shown", async () => {
    await walk.open("/en/people");
    await press("Be Ayaka Mori");
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Answer the question of Interior" }).click()]);
    await page.getByLabel("Your answer").fill("By both streets.");
    await press("Answer the question");
    await press("Record this answer");
    await walk.shows("By both streets.");
  });
  for (const [name, authority] of [["Malis Ouk", "Interior"], ["Vuthy Kong", "National Defence"]]) {
    await walk.step(`without scripts, ${authority} agrees`, async () => {
      await walk.open("/en/people");
      await press(`Be ${name}`);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: /^Seventieth/ }).first().click()]);
      await page.getByRole("radio", { name: "Agree", exact: true }).check();
      await press("Decide");
      await press("Record this decision");
      await walk.shows("Decision notice");
    });
  }
  await walk.step("without scripts, the permit is issued and its code verifies", async () => {
    await walk.open("/en/people");
    await press("Be Rachana Tep");
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: /^Seventieth/ }).first().click()]);
    await press("Issue the permit");
    await press("Issue the permit");
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "See the permit" }).click()]);
    const code = (await page.locator("#code-text").textContent()).trim();
    await walk.open("/en/verify");
    await page.getByLabel("Text of the code").fill(code);
    await press("Verify");
    await walk.shows("Genuine and in force");
  });
}

/** A first password by an invitation's link, signing out, and signing in with it. */
async function invited(walk, folder) {
  const { keyboard, page } = walk;
  const address = "organiser@demonstration.placet.example";
  await walk.step("an invited person sets a password by a link that works once, signs out and in again", async () => {
    const { code, said } = await run(["user", "link", "--data", folder, "--address", address, "--at", walk.address]);
    if (code !== 0) {
      throw new Error(said);
    }
    const [link] = said.split("\n");
    await page.goto(link.trim());
    await walk.shows("Set your password");
    await keyboard.fill("New password", "four words stand together");
    await keyboard.follow("Set the password and sign in", { role: "button" });
    await walk.signOut();
    await walk.open("/en/sign-in");
    await keyboard.fill("E-mail address", address);
    await keyboard.fill("Password", "four words stand together");
    await keyboard.follow("Sign in", { role: "button" });
    await walk.shows("What stands between us and 19 November");
  });
}

const tally = new Tally();
const browser = await chromium.launch({ executablePath: named("CHROMIUM", "the browser"), args: FLAGS });
try {
  for (const width of [360, 1280]) {
    const demonstration = await begin();
    const address = demonstration.address;
    await Walk.run(browser, { name: `by keyboard at ${width} px`, address, width, tally }, theCase);
    await demonstration.end();
  }
  for (const width of [360, 1280]) {
    const between = await begin();
    await Walk.run(browser, { name: `the desk officer at ${width} px`, address: between.address, width, tally }, desk);
    await between.end();
  }
  for (const width of [320, 1280]) {
    const checking = await begin();
    const check = { name: `the permit check at ${width} px`, address: checking.address, width, tally };
    await Walk.run(browser, check, permitCheck);
    await checking.end();
  }
  for (const width of [360, 1280]) {
    const ruling = await begin();
    const rules = { name: `the rule makers at ${width} px`, address: ruling.address, width, tally };
    await Walk.run(browser, rules, (walk) => ruleMaker(walk));
    await ruling.end();
  }
  const ruling = await begin();
  const plainly = { name: "the rule makers without scripts", address: ruling.address, width: 360, scripts: false, tally };
  await Walk.run(browser, plainly, (walk) => ruleMaker(walk, new Mouse(walk.page)));
  await ruling.end();
  const editing = await begin();
  const elsewhere = { name: "a model edited in dmn-js", address: editing.address, width: 1280, tally };
  await Walk.run(browser, elsewhere, (walk) => otherEditors(walk, browser));
  await editing.end();
  const inviting = await begin();
  const to = { name: "by invitation", address: inviting.address, width: 360, tally };
  await Walk.run(browser, to, (walk) => invited(walk, inviting.folder));
  await inviting.end();
  const drafting = await begin();
  await Walk.run(browser, { name: "a draft is saved while one types", address: drafting.address, width: 360, tally }, draft);
  await drafting.end();
  const celebrating = await begin();
  const onTheDay = { name: "the day of the event on a phone", address: celebrating.address, width: 360, tally };
  await Walk.run(browser, onTheDay, (walk) => eventDay(walk, celebrating));
  await celebrating.end();
  const demonstration = await begin();
  const setting = { name: "without scripts", address: demonstration.address, width: 360, scripts: false, tally };
  await Walk.run(browser, setting, withoutScripts);
  await demonstration.end();
} finally {
  await browser.close();
}
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
