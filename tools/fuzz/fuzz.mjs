// `npm run fuzz -- compile [COUNT [FIRST]]`: random inputs with fixed seeds; COUNT of them from number FIRST on.
import { fuzzCompile } from './compile.mjs';

const [target, count = '10000', first = '0'] = process.argv.slice(2);
if (target !== 'compile') {
  console.error('usage: npm run fuzz -- compile [COUNT [FIRST]]');
  process.exit(2);
}
const { complaints, failures } = fuzzCompile(Number(count), Number(first), (done, bad, wrong) =>
  console.log(`${done} inputs, ${bad} refused, ${wrong} went wrong`),
);
for (const { index, source, error } of failures.slice(0, 20)) {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
  console.log(`--- input ${index}\n${text}\n${error?.stack ?? error}`);
}
console.log(`${count} inputs: ${complaints} refused, ${failures.length} went wrong`);
process.exitCode = failures.length > 0 ? 1 : 0;
