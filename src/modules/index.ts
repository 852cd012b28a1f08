/** All native modules. The only door to this folder. */
import type { ModuleSpec } from './define-module.ts';
import { abcModule } from './_abc/abc.ts';
import { astModule } from './_ast/index.ts';
import { blake2Module } from './_blake2/index.ts';
import { collectionsModule } from './_collections/collections.ts';
import { contextvarsModule } from './_contextvars/contextvars.ts';
import { functoolsModule } from './_functools/functools.ts';
import { localeModule } from './_locale/index.ts';
import { lsprofModule } from './_lsprof/index.ts';
import { md5Module } from './_md5/index.ts';
import { posixsubprocessModule } from './_posixsubprocess/index.ts';
import { sha1Module } from './_sha1/index.ts';
import { sha2Module } from './_sha2/index.ts';
import { sha3Module } from './_sha3/index.ts';
import { socketModule } from './_socket/index.ts';
import { suggestionsModule } from './_suggestions/suggestions.ts';
import { symtableModule } from './_symtable/index.ts';
import { sysconfigModule } from './_sysconfig/index.ts';
import { tracemallocModule } from './_tracemalloc/index.ts';
import { typesModule } from './_types/types.ts';
import { typingModule } from './_typing/typing.ts';
import { uuidModule } from './_uuid/index.ts';
import { arrayModule } from './array/index.ts';
import { atexitModule } from './atexit/atexit.ts';
import { faulthandlerModule } from './faulthandler/index.ts';
import { fcntlModule } from './fcntl/index.ts';
import { gcModule } from './gc/gc.ts';
import { opcodeModule } from './_opcode/opcode.ts';
import { queueModule } from './_queue/queue.ts';
import { bisectModule } from './_bisect/index.ts';
import { codecsModule } from './_codecs/index.ts';
import { heapqModule } from './_heapq/index.ts';
import { impModule } from './_imp/imp.ts';
import { ioModule } from './_io/io.ts';
import { operatorModule } from './_operator/operator.ts';
import { randomModule } from './_random/index.ts';
import { signalModule } from './_signal/signal.ts';
import { threadModule } from './_thread/thread.ts';
import { statModule } from './_stat/stat.ts';
import { structModule } from './_struct/index.ts';
import { sreModule } from './_sre/index.ts';
import { jsonModule } from './_json/index.ts';
import { stringModule } from './_string/index.ts';
import { tokenizeModule } from './_tokenize/tokenize.ts';
import { csvModule } from './_csv/index.ts';
import { warningsModule } from './_warnings/warnings.ts';
import { weakrefModule } from './_weakref/weakref.ts';
import { builtinsModule } from './builtins/builtins.ts';
import { errnoModule } from './errno/errno.ts';
import { grpModule } from './grp/index.ts';
import { itertoolsModule } from './itertools/index.ts';
import { marshalModule } from './marshal/marshal.ts';
import { mathModule } from './math/index.ts';
import { posixModule } from './posix/posix.ts';
import { pwdModule } from './pwd/index.ts';
import { resourceModule } from './resource/index.ts';
import { selectModule } from './select/index.ts';
import { termiosModule } from './termios/index.ts';
import { unicodedataModule } from './unicodedata/index.ts';
import { sysModule } from './sys/sys.ts';
import { statisticsModule } from './_statistics/index.ts';import { binasciiModule } from './binascii/index.ts';import { cmathModule } from './cmath/index.ts';import { timeModule } from './time/index.ts';
import { zlibModule } from './zlib/index.ts';
export { typingHooks } from './_typing/typing-hooks.ts';
export { countLiveViews } from './gc/live-views.ts';
export { flushAtExit } from './_io/unflushed.ts';
export { compileSource } from './builtins/compile-source.ts';
export { marshalException } from './marshal/marshal-values.ts';
export { runPendingSignals, signalArrived } from './_signal/signal.ts';
export { displayException } from './sys/hooks.ts';
export { VERSION_TEXT, versionText } from './sys/version.ts';

/** Every module that is written in TypeScript, by name. */
export const NATIVE_MODULES: readonly ModuleSpec[] = [
  abcModule,
  astModule,
  blake2Module,
  collectionsModule,
  contextvarsModule,
  functoolsModule,
  localeModule,
  lsprofModule,
  md5Module,
  posixsubprocessModule,
  sha1Module,
  sha2Module,
  sha3Module,
  socketModule,
  suggestionsModule,
  symtableModule,
  sysconfigModule,
  tracemallocModule,
  typesModule,
  typingModule,
  uuidModule,
  arrayModule,
  atexitModule,
  faulthandlerModule,
  fcntlModule,
  gcModule,
  opcodeModule,
  queueModule,
  bisectModule,
  codecsModule,
  heapqModule,
  impModule,
  ioModule,
  operatorModule,
  randomModule,
  signalModule,
  threadModule,
  statModule,
  structModule,
  sreModule,
  jsonModule,
  stringModule,
  tokenizeModule,
  csvModule,
  warningsModule,
  weakrefModule,
  builtinsModule,
  errnoModule,
  grpModule,
  itertoolsModule,
  marshalModule,
  mathModule,
  posixModule,
  statisticsModule,
  binasciiModule,
  cmathModule,
  timeModule,
  sysModule,
  pwdModule,
  resourceModule,
  selectModule,
  termiosModule,
  unicodedataModule,
  zlibModule,
];
