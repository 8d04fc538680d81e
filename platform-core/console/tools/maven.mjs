// Called by Maven: does only what the inputs ask for. `build` installs and builds, `check` runs types, format and tests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LOCK = 'package-lock.json';
const SOURCES = [
  'src',
  'public',
  'test',
  'tools',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  LOCK,
];
const OUTPUT = 'target/classes/META-INF/console/index.html';

function* files(path) {
  if (!existsSync(path) || path === 'src/main' || path === 'src/test') return;
  let inside;
  try {
    inside = readdirSync(path);
  } catch {
    yield path;
    return;
  }
  for (const name of inside.sort()) yield* files(join(path, name));
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const root of paths) for (const file of files(root)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function run(...command) {
  const [program, ...rest] = command;
  const done = spawnSync(program, rest, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function once(stamp, inputs, result, work) {
  const wanted = digest(inputs);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

once('node_modules/.lock-stamp', [LOCK], 'node_modules', () => run('npm', 'ci', '--no-audit', '--no-fund'));
if (process.argv[2] === 'build')
  once('target/build-stamp', SOURCES, OUTPUT, () => run('npm', 'run', '--silent', 'build'));
else once('target/check-stamp', SOURCES, 'target', () => run('npm', 'run', '--silent', 'check'));
