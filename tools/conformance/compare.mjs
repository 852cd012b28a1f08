// Compares what became of tests with a reference's results and with the lists.
import { moduleOf } from './lists.mjs';

/** One line that says why a test failed: the last line of what it raised. */
export function reasonOf(result) {
  if (result === undefined) return 'not found';
  const lines = result.detail.trim().split('\n');
  const last =
    lines.findLast((line) => /^[\w.]+(Error|Exception|Exit|Interrupt|Warning|Group)?(: |$)/.test(line)) ?? lines.at(-1);
  const text = `${result.outcome === 'skip' ? 'skipped: ' : ''}${last}`.replaceAll(/\s+/g, ' ');
  return text.length > 160 ? `${text.slice(0, 159)}…` : text || 'failed';
}

/** What a test class or a module did not even begin stands under another name than its tests. */
function hasPassed(tests, test) {
  return tests.get(test)?.outcome === 'pass';
}

/** What CPython's tests say when they leave out what only CPython's C code does. */
const DETAIL_OF_C = /implementation detail|specific to cpython|CPython[- ](?:only|specific)|requires cpython/i;

/**
 * Counts the tests that pass in the reference; a test that is skipped or missing here has failed, unless it says itself that
 * it is about CPython's C code.
 */
export function compareWithReference(outcomes, reference) {
  const rows = new Map();
  const failures = new Map();
  for (const [module, tests] of outcomes) {
    const row = { pass: 0, fail: 0, skip: 0 };
    for (const [test, { outcome }] of reference.get(module)) {
      const ours = tests.get(test);
      const isDetail = ours?.outcome === 'skip' && DETAIL_OF_C.test(ours.detail);
      if (outcome !== 'pass' || isDetail) row.skip++;
      else if (hasPassed(tests, test)) row.pass++;
      else {
        row.fail++;
        failures.set(test, tests.get(test) ?? tests.get(module));
      }
    }
    rows.set(module, row);
  }
  return { rows, failures };
}

/** Problems are failures that are not listed, listed ones that pass, and counts that are not the listed ones. */
export function compareWithLists(outcomes, { passes, fail, skip }) {
  const rows = new Map();
  const problems = [];
  for (const [module, tests] of outcomes) {
    const row = { pass: 0, fail: 0, skip: 0 };
    rows.set(module, row);
    for (const [test, result] of tests) {
      const listed = fail.has(test) || fail.has(module);
      if (result.outcome === 'pass' && fail.has(test)) problems.push(`passes, but is listed in fail.txt: ${test}`);
      if (result.outcome === 'fail' && !listed) problems.push(`fails: ${test}  # ${reasonOf(result)}`);
      if (result.outcome === 'pass') row.pass++;
      else if (result.outcome === 'skip' && !fail.has(test)) row.skip++;
    }
    row.fail = [...fail.keys()].filter((test) => moduleOf(test) === module).length;
    row.fail += [...tests].filter(([test, { outcome }]) => outcome === 'fail' && !fail.has(test)).length;
    const expected = passes.get(module);
    if (expected !== undefined && row.pass !== expected)
      problems.push(`${module}: ${row.pass} tests pass, pass.txt says ${expected}`);
  }
  for (const test of skip.keys()) if (fail.has(test)) problems.push(`listed in fail.txt and in skip.txt: ${test}`);
  return { rows, problems };
}
