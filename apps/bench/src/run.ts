import { connectDocker, removeOrphans, runnerImage, within } from '@lakeproof/sandbox';
import { benchExercise } from './exercise.js';
import { Gathered } from './figures.js';
import { currentLoad, describeMachine } from './machine.js';
import type { Bench, Measure } from './measures/bench.js';
import { coldContainers, coldProcesses } from './measures/processes.js';
import { fullRoom } from './measures/room.js';
import { atOnce, ours, owner, pipeline, readImage, withUdf } from './measures/sandbox.js';
import { secondServerStart } from './measures/server.js';
import { submissionsAtOnce } from './measures/submissions.js';
import { floor, warmProcess } from './measures/warm.js';
import type { BenchOptions } from './options.js';
import { checkSame, type Outcomes } from './outcomes.js';
import type { Result } from './result.js';

const measures: Readonly<Record<string, (bench: Bench) => Measure>> = {
  // First, so that the outcomes of the real path are what the others are held against.
  ours,
  a: coldContainers,
  b: coldProcesses,
  c: warmProcess,
  d: floor,
  fresh: atOnce,
  udf: withUdf,
  pipeline,
  many: submissionsAtOnce,
  server: secondServerStart,
  room: fullRoom,
};

/** Every measure once in each round, one after the other: what slows the machine for a while slows them all. */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Result> {
  const docker = connectDocker();
  const image = runnerImage();
  await removeOrphans(docker, owner);
  const exercise = await benchExercise();
  const gathered = new Gathered();
  const bench: Bench = { ...options, docker, image, exercise, gathered, check: checkAgainstFirst() };
  const chosen = Object.entries(measures)
    .filter(([name]) => options.only.includes(name))
    .map(([, make]) => make(bench));
  const machine = await describeMachine(docker, image);
  const startedAt = new Date();
  const loads: number[] = [];
  const rounds = async () => {
    await readImage(bench);
    for (let round = 0; round < options.rounds; round += 1) {
      loads.push(currentLoad());
      for (const measure of chosen) {
        say(`round ${round + 1} of ${options.rounds}: ${measure.title}`);
        await measure.round(round);
      }
    }
  };
  try {
    await within(options.minutes * 60, 'the benchmark', rounds());
  } finally {
    for (const measure of chosen) await measure.close?.();
    await removeOrphans(docker, owner);
  }
  return {
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    rounds: options.rounds,
    quick: options.quick,
    machine,
    loads,
    titles: Object.fromEntries(chosen.map(({ name, title }) => [name, title])),
    figures: gathered.figures,
  };
}

/** All measures must do the same work: the first that runs a variant says what its tests come to. */
function checkAgainstFirst(): Bench['check'] {
  let known: Outcomes = {};
  return (seen, who) => {
    checkSame(known, seen, who);
    known = { ...seen, ...known };
  };
}
