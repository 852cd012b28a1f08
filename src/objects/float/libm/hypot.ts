/**
 * Euclidean norm with an error of hardly more than half a unit in the last place.
 *
 * Components are scaled by a power of two, squares are summed in two doubles, and one correction follows the square root.
 *
 * @cpython Modules/mathmodule.c vector_norm
 */

/** `x * x` rounded, and what rounding left out. */
function square(x: number): [number, number] {
  const split = x * 134217729;
  const high = split - (split - x);
  const low = x - high;
  const product = x * x;
  return [product, high * high - product + 2 * high * low + low * low];
}

/** The square root of the sum of squares. Infinite if any component is, else NaN if any is. */
export function vectorNorm(components: readonly number[]): number {
  let max = 0;
  let hasNaN = false;
  for (const component of components) {
    const magnitude = Math.abs(component);
    if (magnitude === Infinity) return Infinity;
    if (magnitude !== magnitude) hasNaN = true;
    else if (magnitude > max) max = magnitude;
  }
  if (hasNaN) return NaN;
  if (max === 0 || components.length <= 1) return max;
  let scale = 1;
  if (max < 2 ** -900) {
    scale = 2 ** 1000;
  }
  // The largest component comes into [0.5, 1).
  let exponent = Math.floor(Math.log2(max * scale)) + 1;
  if (max * scale * 2 ** -exponent >= 1) exponent++;
  const factor = 2 ** -exponent;
  let sum = 1;
  let fraction = 0;
  for (const component of components) {
    const x = component * scale * factor;
    const [high, low] = square(x);
    const next = sum + high;
    fraction += sum - next + high + low;
    sum = next;
  }
  const root = Math.sqrt(sum - 1 + fraction);
  const [high, low] = square(root);
  // What the square of the root misses.
  const next = sum - high;
  const rest = sum - next - high + fraction - low;
  const corrected = root + (next - 1 + rest) / (2 * root);
  return exponent > 1000 ? corrected * 2 ** (exponent - 1) * 2 : (corrected * 2 ** exponent) / scale;
}

/** `hypot` of two numbers. */
export function hypot(x: number, y: number): number {
  return vectorNorm([x, y]);
}
