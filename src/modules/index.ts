/** All native modules. The only door to this folder. */
import type { ModuleSpec } from './define-module.ts';
import { abcModule } from './_abc/abc.ts';
import { astModule } from './_ast/index.ts';
import { bisectModule } from './_bisect/index.ts';
import { codecsModule } from './_codecs/index.ts';
import { heapqModule } from './_heapq/index.ts';
import { impModule } from './_imp/imp.ts';
import { ioModule } from './_io/io.ts';
import { operatorModule } from './_operator/operator.ts';
import { randomModule } from './_random/index.ts';
import { signalModule } from './_signal/signal.ts';
import { threadModule } from './_thread/thread.ts';
import { structModule } from './_struct/index.ts';
import { sreModule } from './_sre/index.ts';
import { warningsModule } from './_warnings/warnings.ts';
import { weakrefModule } from './_weakref/weakref.ts';
import { builtinsModule } from './builtins/builtins.ts';
import { errnoModule } from './errno/errno.ts';
import { itertoolsModule } from './itertools/index.ts';
import { marshalModule } from './marshal/marshal.ts';
import { mathModule } from './math/index.ts';
import { posixModule } from './posix/posix.ts';
import { sysModule } from './sys/sys.ts';
import { statisticsModule } from './_statistics/index.ts';import { binasciiModule } from './binascii/index.ts';import { cmathModule } from './cmath/index.ts';import { timeModule } from './time/index.ts';
export { compileSource } from './builtins/compile-source.ts';
export { marshalException } from './marshal/marshal-values.ts';
export { runPendingSignals, signalArrived } from './_signal/signal.ts';
export { displayException } from './sys/hooks.ts';
export { VERSION_TEXT, versionText } from './sys/version.ts';

/** Every module that is written in TypeScript, by name. */
export const NATIVE_MODULES: readonly ModuleSpec[] = [
  abcModule,
  astModule,
  bisectModule,
  codecsModule,
  heapqModule,
  impModule,
  ioModule,
  operatorModule,
  randomModule,
  signalModule,
  threadModule,
  structModule,
  sreModule,
  warningsModule,
  weakrefModule,
  builtinsModule,
  errnoModule,
  itertoolsModule,
  marshalModule,
  mathModule,
  posixModule,
  statisticsModule,
  binasciiModule,
  cmathModule,
  timeModule,
  sysModule,
];
