/**
 * The limit on decimal conversion of huge ints (`sys.set_int_max_str_digits`), which each interpreter has for itself.
 *
 * @cpython Objects/longobject.c, Python/sysmodule.c
 */
import { thread, valueError } from '../core/index.ts';

/** `sys.int_info.default_max_str_digits` */
export const DEFAULT_MAX_STR_DIGITS = 4300;
/** `sys.int_info.str_digits_check_threshold`: conversions up to this many digits are never checked. */
export const STR_DIGITS_CHECK_THRESHOLD = 640;

const limits = new WeakMap<object, number>();

/** `sys.get_int_max_str_digits()` of the running interpreter; 0 is no limit. */
export function getIntMaxStrDigits(): number {
  return limits.get(thread.interp) ?? DEFAULT_MAX_STR_DIGITS;
}

/** `sys.set_int_max_str_digits(digits)`. @throws ValueError */
export function setIntMaxStrDigits(digits: number): void {
  if (digits !== 0 && digits < STR_DIGITS_CHECK_THRESHOLD) {
    throw valueError(`maxdigits must be 0 or larger than ${STR_DIGITS_CHECK_THRESHOLD}`);
  }
  limits.set(thread.interp, digits);
}
