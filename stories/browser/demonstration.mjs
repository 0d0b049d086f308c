//! A demonstration of Placet for one walk: its own folder, its own port, its own address; ended with the walk.

import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program under test, as `cargo xtask` names it. */
export function program() {
  return named("PLACET_BINARY", "the placet program");
}

/** The value of a setting that `cargo xtask` gives, or the run ends by saying which one is missing. */
export function named(setting, what) {
  const value = process.env[setting];
  if (!value) {
    throw new Error(`${setting} is not set: it names ${what}. Run this through \`cargo xtask\`, or set it.`);
  }
  return value;
}

/**
 * Starts a demonstration and waits for the address that it prints.
 *
 * @param {{rulebooks?: string[]}} setting rulebooks of this project that it has beside its own
 * @returns {Promise<{address: string, folder: string, stop: () => Promise<void>, start: () => Promise<void>, end: () => Promise<void>}>}
 */
export async function begin({ rulebooks = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "placet-browser-"));
  let server = await started(folder);
  // Rulebooks are read when it starts, and the folder for them is there once it has started.
  for (const one of rulebooks) {
    const shipped = fileURLToPath(new URL(`../../rulebooks/${one}`, import.meta.url));
    await cp(shipped, join(folder, "rulebooks", one), { recursive: true });
  }
  if (rulebooks.length > 0) {
    await server.stop();
    server = await started(folder);
  }
  const end = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const { address } = server;
  // It is away for a while, and comes back where it was.
  const stop = () => server.stop();
  const start = async () => {
    server = await started(folder, new URL(address).port);
  };
  return { address, folder, stop, start, end };
}

/** Starts the program on a folder; one that does not come leaves no folder behind. */
async function started(folder, port = 0) {
  const server = spawn(program(), ["demo", "--data", folder, "--listen", `127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  try {
    return { address: await printedAddress(server), stop };
  } catch (fault) {
    await stop();
    await rm(folder, { recursive: true, force: true });
    throw fault;
  }
}

function printedAddress(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (bytes) => {
      said += bytes;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) {
        resolve(address[0]);
      }
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("error", reject);
    server.once("close", (code) => reject(new Error(`placet demo ended with ${code} and said:\n${said}`)));
  });
}

/**
 * Runs the program to its end and gives what it printed: all of it, and what it printed as its answer.
 *
 * @param {string[]} words what stands after `placet`
 * @returns {Promise<{code: number, said: string, answer: string}>}
 */
export function run(words) {
  return new Promise((resolve, reject) => {
    const child = spawn(program(), words, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let answer = "";
    child.stdout.on("data", (bytes) => {
      said += bytes;
      answer += bytes;
    });
    child.stderr.on("data", (bytes) => (said += bytes));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said, answer }));
  });
}
