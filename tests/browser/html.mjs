// The Nu HTML checker over pages as they were sent.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** What the checker finds in these pages, `[name, html]` each; errors and warnings, one line each. */
export async function faultsOf(pages) {
  const folder = await mkdtemp(join(tmpdir(), "jasaq-html-"));
  try {
    const files = await Promise.all(pages.map(async ([name, html]) => {
      const file = join(folder, `${name}.html`);
      await writeFile(file, html);
      return file;
    }));
    const said = await new Promise((resolve, reject) => {
      execFile("java", ["-jar", JAR, "--format", "json", "--exit-zero-always", ...files], { maxBuffer: 1 << 26, timeout: 120_000 },
        (error, _, stderr) => (error ? reject(error) : resolve(stderr)));
    });
    const { messages } = JSON.parse(said);
    return messages.map(({ url, lastLine, type, subType, message }) => `${url.split("/").pop()}:${lastLine} ${subType ?? type}: ${message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
