//! The permit check by keyboard: what an event needs, found out without an account, on to the sign-in page and a draft.

/** What is answered: the question, and the choice or the number. In which order they are asked the rulebook decides. */
const ANSWERS = {
  "Will there be fireworks?": "Yes",
  "What kind of event is it?": "Celebration or ceremony",
  "Where is it held?": "Riverside or on the river",
  "How many people do you expect?": 8000,
  "Must a road be closed?": "No",
  "Does an embassy or another foreign mission hold it or help to hold it?": "No",
  "What is the diameter of the largest shell? (may be left out)": 60,
  "Does the place lie under the protected airspace of an airport?": "No",
};

/** The permit check's walk. */
export async function permitCheck(walk) {
  const { keyboard, page } = walk;
  const next = () => keyboard.follow("Continue", { role: "button" });
  await walk.step("anyone finds the permit check from the public calendar, and says the day", async () => {
    await walk.open("/en/calendar");
    await keyboard.follow(/^Find out what your event needs/);
    await walk.shows("No account is needed");
    await keyboard.fillDay("Day", "2023-11-19");
    await next();
    await walk.shows("At most 8 questions left");
  });
  await walk.step("pressing on without an answer is told beside the question", async () => {
    await next();
    await walk.shows("There is a problem", "Fill this in.");
  });
  await walk.step("one question after the other is answered, each with its reason", async () => {
    for (let asked = 0; asked < Object.keys(ANSWERS).length; asked += 1) {
      const question = (await page.locator("main form :is(legend, .govuk-label:not(.govuk-radios__label))").first().textContent()).trim();
      const answer = ANSWERS[question];
      if (typeof answer === "number") {
        await keyboard.fill(question, String(answer));
      } else {
        await keyboard.choose(question, answer);
      }
      await next();
    }
    await walk.shows("What your event needs", "4 authorities have to be asked", "latest day to file");
  });
  await walk.step("an answer is changed, and the others stay", async () => {
    await keyboard.follow(/^Change\s+How many people do you expect\?/);
    await keyboard.fill("How many people do you expect?", "50");
    await next();
    await walk.shows("What your event needs", "50", "60 mm");
  });
  await walk.step("the application begins once one has chosen a person, and back leads to the answers", async () => {
    await keyboard.follow("Begin an application with these answers", { role: "button" });
    await walk.shows("Your answers are kept.");
    await page.goBack();
    await walk.shows("What your event needs");
    await keyboard.follow("Begin an application with these answers", { role: "button" });
    await keyboard.follow("Be Ayaka Mori", { role: "button" });
    await walk.shows("Apply for an event");
    if ((await page.getByLabel("How many people do you expect?").inputValue()) !== "50") {
      throw new Error("the draft does not have the answer");
    }
  });
}
