//! A draft is saved while one types: a press during a saving waits for it, another window and a lost network are told.

/** Whether a request is the script's own saving. */
const isSaving = (request) => request.method() === "POST" && request.headers().accept === "application/json";

/** The draft's walk. */
export async function draft(walk) {
  const { keyboard, page } = walk;
  const title = page.getByLabel("Name of the event");
  const typed = async (expected) => {
    const found = await title.inputValue();
    if (found !== expected) {
      throw new Error(`the name of the event is “${found}”, not “${expected}”`);
    }
  };
  await walk.step("the organiser begins an application, types, and finds it saved", async () => {
    await walk.open("/en/people");
    await keyboard.follow("Be Ayaka Mori");
    await walk.open("/en/requests");
    await keyboard.follow(/^Cooperate in holding/);
    await keyboard.follow("Begin an application from this request", { role: "button" });
    const saved = page.waitForResponse((answer) => isSaving(answer.request()));
    await keyboard.fill("Name of the event", "An evening");
    if ((await saved).status() !== 200) {
      throw new Error("what was typed was not saved by itself");
    }
  });
  await walk.step("adding a document, and taking it off, keeps what was typed", async () => {
    await keyboard.fill("Name of the event", "An evening with a plan");
    const plan = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };
    await page.getByLabel("Add a document").setInputFiles(plan);
    await keyboard.follow("Add", { role: "button" });
    await walk.shows("plan.pdf");
    await typed("An evening with a plan");
    await keyboard.fill("Name of the event", "An evening without one");
    await keyboard.follow("Take plan.pdf off", { role: "button" });
    await page.getByText("plan.pdf").waitFor({ state: "detached" });
    await typed("An evening without one");
  });
  await walk.step("a press of the button during a saving is carried out after it", async () => {
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route("**/drafts/*", async (route) => {
      if (isSaving(route.request())) {
        await held;
      }
      await route.continue();
    });
    const saving = page.waitForRequest(isSaving);
    await keyboard.fill("Name of the event", "A second evening");
    await saving;
    await keyboard.tabTo("Save and check", { role: "button" });
    await keyboard.arrive(async () => {
      await page.keyboard.press("Enter");
      release();
    });
    await page.unroute("**/drafts/*");
    await walk.shows("There is a problem", "Place: Enter where the event is held.");
    await typed("A second evening");
  });
  await walk.step("without a network it says so, and the button loses nothing", async () => {
    await walk.offline(async () => {
      await keyboard.fill("Name of the event", "A third evening");
      await walk.shows("Placet cannot be reached");
      await keyboard.tabTo("Save", { role: "button" });
      await page.keyboard.press("Enter");
      await walk.shows("Placet cannot be reached");
      await typed("A third evening");
    });
    await walk.shows("Saved on");
    await page.reload();
    await typed("A third evening");
  });
  await walk.step("a draft that was saved in another window is told as such, and can be saved over it", async () => {
    const other = await walk.context.newPage();
    await other.goto(page.url());
    await other.getByLabel("Name of the event").fill("Of the other window");
    await Promise.all([other.waitForNavigation(), other.getByRole("button", { name: "Save", exact: true }).click()]);
    await other.close();
    await keyboard.fill("Name of the event", "A fourth evening");
    await walk.shows("this draft was saved in another window");
    await keyboard.follow("Save", { role: "button" });
    await walk.shows("This draft was saved elsewhere");
    await typed("A fourth evening");
    await keyboard.follow("Save", { role: "button" });
    await walk.shows("Saved on");
    await typed("A fourth evening");
  });
}
