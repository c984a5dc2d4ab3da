// A mail server of a test's own: what leaves the program, read as a mail program reads it.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** Starts it on a free port; `url` is for the program's settings. */
export async function openPostbox() {
  const mails = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope }, done) {
      simpleParser(stream).then((mail) => {
        mails.push({ ...mail, to: envelope.rcptTo.map(({ address }) => address) });
        done();
      }, done);
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");

  /** The latest mail to that address with a link that begins so, once it has arrived: `{ mail, path }`. */
  async function latest(address, prefix) {
    for (let tries = 0; tries < 150; tries++) {
      for (const mail of mails.toReversed().filter(({ to }) => to.includes(address))) {
        const path = mail.text.match(/https?:\/\/\S+/g)?.map((url) => new URL(url).pathname).find((path) => path.startsWith(prefix));
        if (path) return { mail, path };
      }
      await sleep(100);
    }
    throw new Error(`no mail to ${address}: ${mails.map(({ to, subject }) => `${to} ${subject}`).join("; ")}`);
  }
  return { url: `smtp://127.0.0.1:${server.server.address().port}`, mails, latest, stop: () => new Promise((done) => server.close(done)) };
}
