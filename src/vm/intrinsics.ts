/**
 * `CALL_INTRINSIC_1` and `CALL_INTRINSIC_2`.
 *
 * @cpython Python/intrinsics.c
 */
import type { PyBaseException, PyList } from '../objects/core/index.ts';
import {
  call,
  getAttrOrUndefined,
  None,
  positive,
  PyTuple,
  runtimeError,
  systemError,
  thread,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import type { PyFrame } from '../objects/frame/py-frame.ts';
import type { PyFunction } from '../objects/function/py-function.ts';
import { wrapAsyncGeneratorValue } from '../objects/generator/async-generator.ts';
import { prepareReraiseStar } from './exception-groups.ts';
import { importStar } from './importing.ts';
import { stopIterationError } from './unwinding.ts';

/** What an expression statement of the interactive prompt does. */
function displayValue(value: Value): Value {
  const hook = getAttrOrUndefined(thread.interp.importModule('sys'), 'displayhook');
  if (hook === undefined) throw runtimeError('lost sys.displayhook');
  return call(hook, [value]);
}

/** Operations of `CALL_INTRINSIC_1` by number. @throws SystemError for an unknown one */
export function callIntrinsic1(t: ThreadState, frame: PyFrame, which: number, value: Value): Value {
  switch (which) {
    case 1:
      return displayValue(value);
    case 2:
      importStar(frame, value);
      return None;
    case 3:
      return stopIterationError(t, value as PyBaseException);
    case 4:
      return wrapAsyncGeneratorValue(value);
    case 5:
      return positive(value);
    case 6:
      return new PyTuple((value as PyList).items);
    case 7:
      return thread.interp.typing.typeVar(value);
    case 8:
      return thread.interp.typing.paramSpec(value);
    case 9:
      return thread.interp.typing.typeVarTuple(value);
    case 10:
      return thread.interp.typing.subscriptGeneric(value as PyTuple);
    case 11:
      return thread.interp.typing.typeAlias(value as PyTuple);
    default:
      throw systemError('unknown intrinsic');
  }
}

/** Operations of `CALL_INTRINSIC_2` by number. @throws SystemError for an unknown one */
export function callIntrinsic2(which: number, first: Value, second: Value): Value {
  switch (which) {
    case 1:
      return prepareReraiseStar(first, second as PyList);
    case 2:
      return thread.interp.typing.typeVarWithBound(first, second);
    case 3:
      return thread.interp.typing.typeVarWithConstraints(first, second);
    case 4:
      (first as PyFunction).typeParams = second;
      return first;
    case 5:
      return thread.interp.typing.setDefault(first, second);
    default:
      throw systemError('unknown intrinsic');
  }
}
