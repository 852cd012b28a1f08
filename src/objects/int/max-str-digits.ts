/**
 * The limit on decimal conversion of huge ints (`sys.set_int_max_str_digits`), which the interpreter keeps.
 *
 * @cpython Objects/longobject.c
 */
import { thread } from '../core/index.ts';

/** `sys.int_info.default_max_str_digits` */
export const DEFAULT_MAX_STR_DIGITS = 4300;
/** `sys.int_info.str_digits_check_threshold`: conversions up to this many digits are never checked. */
export const STR_DIGITS_CHECK_THRESHOLD = 640;

/** `sys.get_int_max_str_digits()` of the running interpreter, the default outside of any; 0 is no limit. */
export function getIntMaxStrDigits(): number {
  const interpreter = (thread as typeof thread | undefined)?.interp as
    { readonly intMaxStrDigits?: number } | undefined;
  const limit = interpreter?.intMaxStrDigits;
  return limit === undefined || limit < 0 ? DEFAULT_MAX_STR_DIGITS : limit;
}
