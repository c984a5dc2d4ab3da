// The demo in a folder and on a port of its own: fictional bodies and users without squads, fresh for each file of tests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const ROOT = new URL("../..", import.meta.url).pathname;
export const PASSWORD = "sheka-ra-866";

async function freePort() {
  const socket = createServer().listen(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

/** Starts the demo; `stop` ends it and takes its folder away. Its mails go to the folder that `/dev/mail` shows, or to `mail`. */
export async function startServer({ mail } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "jasaq-browser-"));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const env = {
    ...process.env,
    JASAQ__BIND: address,
    JASAQ__PUBLIC_URL: url,
    JASAQ__DATA_DIR: folder,
    JASAQ__DATABASE_URL: `sqlite://${folder}/jasaq.sqlite`,
    JASAQ__MAIL_URL: mail ?? `file://${folder}/mail`,
  };
  const program = spawn(process.env.JASAQ_PROGRAM ?? join(ROOT, "target/debug/jasaq"), ["demo", "--fresh", "--bare"], { env, cwd: ROOT });
  let said = "";
  for (const pipe of [program.stdout, program.stderr]) pipe.on("data", (bytes) => (said = (said + bytes).slice(-20_000)));
  const stop = async () => {
    if (program.exitCode === null && program.kill("SIGTERM")) await Promise.race([once(program, "exit"), sleep(5_000)]);
    if (program.exitCode === null && program.signalCode === null) program.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 300; tries++) {
    if (program.exitCode !== null) break;
    const ready = await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false);
    if (ready) return { url, folder, stop, said: () => said };
    await sleep(100);
  }
  await stop();
  throw new Error(`the demo did not start:\n${said}`);
}
