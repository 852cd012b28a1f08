// The table of the benchmark programs: a row for each, printed as soon as it is known.

/** The geometric mean, or `null` of nothing. */
export function geometricMean(numbers) {
  if (numbers.length === 0) return null;
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}

const milliseconds = (seconds) => (seconds * 1000).toFixed(2);
const ratio = (number) => (number === null ? '-' : number.toFixed(2));

/** Prints the head, and gives functions that print a row and the end. */
export function table(engines, yardstick) {
  const widths = engines.map(({ name }) => Math.max(name.length, 38));
  const cell = ({ error, best, warmUp, peak }, base) => {
    if (error !== undefined) return error;
    const factor = base?.best === undefined ? '' : `${ratio(best / base.best)}x`;
    const memory = Number.isFinite(peak) ? `${(peak / 1024).toFixed(0)} MiB` : '';
    return `${milliseconds(best).padStart(9)}${factor.padStart(9)}${milliseconds(warmUp).padStart(10)}${memory.padStart(10)}`;
  };
  console.log(`programs: best time (ms), against ${yardstick.name}, time to half speed (ms), peak memory`);
  console.log(`  ${''.padEnd(16)}${engines.map(({ name }, i) => name.padStart(widths[i])).join('  ')}`);
  return {
    row({ program, figures, agree }) {
      const base = figures[yardstick.name];
      const cells = engines.map((engine, i) => cell(figures[engine.name], base).padEnd(widths[i]));
      console.log(`  ${program.padEnd(16)}${cells.join('  ').trimEnd()}${agree ? '' : '  RESULTS DIFFER'}`);
    },
    end(means) {
      for (const { engine, against, all, language, library } of means) {
        console.log(
          `  geometric mean, ${engine} / ${against}: ${ratio(all)} (language ${ratio(language)}, library ${ratio(library)})`,
        );
      }
    },
  };
}
