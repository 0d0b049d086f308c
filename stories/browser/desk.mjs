//! The desk officer between two meetings: the brief, a line of ours in it, its signing off; what is owed both ways, and who sees to it.

/** The desk officer's walk. */
export async function desk(walk) {
  const { keyboard } = walk;
  await walk.step("the desk officer opens the brief before the next meeting", async () => {
    await walk.open("/en/people");
    await keyboard.follow("Be Ren Ishida");
    await walk.open("/en/relationships");
    await walk.shows("Brief before the next meeting");
    await keyboard.follow(/^Brief before the next meeting/);
    await walk.shows("Whom we meet", "Ours to answer", "Left out");
  });
  await walk.step("writes a line of ours, and is told what it lacks", async () => {
    await keyboard.follow("Write a line of ours");
    await walk.shows("What is it?");
    await keyboard.choose("What is it?", /^our line/);
    await keyboard.follow("Write a line of ours", { role: "button" });
    await walk.shows("There is a problem");
    await keyboard.fill("The line", "We hold to 19 November.");
    await keyboard.follow("Write a line of ours", { role: "button" });
    await walk.shows("We hold to 19 November.");
  });
  await walk.step("signs the brief off", async () => {
    await keyboard.follow("Sign this brief off", { role: "button" });
    await walk.shows(/^As of .*Ren Ishida/);
  });
  await walk.step("reads what is owed both ways, and gives a task for it", async () => {
    await keyboard.follow("What is owed both ways");
    await walk.shows(/We owe/, "What they owe us");
    await keyboard.follow(/^Give somebody a task/);
    await walk.shows("What is to be done");
    await keyboard.fill("What is to be done", "Write to the embassy");
    await keyboard.pick("Who does it", "Ren Ishida");
    await keyboard.fillDay("By when", "2027-12-01");
    await keyboard.follow("Give somebody a task", { role: "button" });
    await walk.shows("to be done", "Write to the embassy");
  });
  await walk.step("finds it among the tasks, and says that it is done", async () => {
    await keyboard.follow("Tasks");
    await keyboard.follow("Write to the embassy");
    await keyboard.choose("How it ended", "done");
    await keyboard.fill("What came of it, or why", "Sent by post.");
    await keyboard.follow("Say that it is over", { role: "button" });
    await walk.shows("Sent by post.");
  });
}
