//! A demonstration of Placet for one walk: its own folder, its own port, its own address; ended with the walk.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
 * @returns {Promise<{address: string, folder: string, end: () => Promise<void>}>}
 */
export async function begin() {
  const folder = await mkdtemp(join(tmpdir(), "placet-browser-"));
  const server = spawn(program(), ["demo", "--data", folder, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const end = async () => {
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await printedAddress(server);
    return { address, folder, end };
  } catch (fault) {
    await end();
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
