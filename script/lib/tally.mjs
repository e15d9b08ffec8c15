// Counts the tests of script/test.
//   tally.mjs FOLDER NAME STATUS SECONDS   reads what suite NAME left in FOLDER, prints a line, remembers the counts
//   tally.mjs FOLDER                       prints the sum as "N passed, N failed"; exits 1 when something failed
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, name, status, seconds] = process.argv.slice(2);

/** Counts of a suite: jest's JSON, else the line its log closes with, else the command itself as one check. */
function countsOf(suite, exitCode) {
  const json = join(folder, `${suite}.json`);
  if (existsSync(json)) {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(json, 'utf8'));
    // A file that could not be run holds no test, and would otherwise not be counted.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites) };
  }
  const log = readFileSync(join(folder, `${suite}.log`), 'utf8');
  const closing = log.split('\n').findLast((line) => /\d+ (?:passed|failed|errors?)\b/.test(line)) ?? '';
  const count = (word) =>
    [...closing.matchAll(new RegExp(`(\\d+) ${word}\\b`, 'g'))].reduce((sum, hit) => sum + Number(hit[1]), 0);
  const [passed, failed] = [count('passed'), count('(?:failed|errors?)')];
  if (passed + failed > 0) return { passed, failed };
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

if (name) {
  const counts = countsOf(name, Number(status));
  // A suite that ended badly has failed, whatever it printed.
  if (Number(status) !== 0 && counts.failed === 0) counts.failed = 1;
  writeFileSync(join(folder, `${name}.counts`), JSON.stringify(counts));
  const [passed, failed, took] = [counts.passed, counts.failed, seconds].map((figure) => String(figure));
  console.log(
    `  ${name.padEnd(14)} ${passed.padStart(5)} passed ${failed.padStart(4)} failed ${took.padStart(6)} s`,
  );
  // What a suite left out by its stamps is never left unsaid.
  const log = readFileSync(join(folder, `${name}.log`), 'utf8');
  for (const line of log.split('\n').filter((text) => /^\d+ of \d+ verified/.test(text)))
    console.log(`${' '.repeat(17)}${line}`);
  if (counts.failed > 0) console.log(log.slice(-6000));
} else {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.counts'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const failed = sum('failed');
  console.log(`\n${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed > 0 || all.length === 0 ? 1 : 0;
}
