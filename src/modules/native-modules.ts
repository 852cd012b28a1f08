/**
 * Every module that is written in TypeScript, by name.
 *
 * The build makes the imports of this file lazy in the command's bundle (tools/build/lazy-modules.mjs): a module costs
 * nothing until a program imports it. Keep to one `import { spec } from 'file';` a line and one `name: () => spec` a line.
 */
import type { ModuleSpec } from './define-module.ts';
import { abcModule } from './_abc/abc.ts';
import { arrayModule } from './array/index.ts';
import { astModule } from './_ast/index.ts';
import { atexitModule } from './atexit/atexit.ts';
import { binasciiModule } from './binascii/index.ts';
import { bisectModule } from './_bisect/index.ts';
import { blake2Module } from './_blake2/index.ts';
import { builtinsModule } from './builtins/builtins.ts';
import { cmathModule } from './cmath/index.ts';
import { codecsModule } from './_codecs/index.ts';
import { collectionsModule } from './_collections/collections.ts';
import { contextvarsModule } from './_contextvars/contextvars.ts';
import { csvModule } from './_csv/index.ts';
import { errnoModule } from './errno/errno.ts';
import { faulthandlerModule } from './faulthandler/index.ts';
import { fcntlModule } from './fcntl/index.ts';
import { functoolsModule } from './_functools/functools.ts';
import { gcModule } from './gc/gc.ts';
import { grpModule } from './grp/index.ts';
import { heapqModule } from './_heapq/index.ts';
import { impModule } from './_imp/imp.ts';
import { ioModule } from './_io/io.ts';
import { itertoolsModule } from './itertools/index.ts';
import { jsonModule } from './_json/index.ts';
import { localeModule } from './_locale/index.ts';
import { lsprofModule } from './_lsprof/index.ts';
import { marshalModule } from './marshal/marshal.ts';
import { mathModule } from './math/index.ts';
import { md5Module } from './_md5/index.ts';
import { opcodeModule } from './_opcode/opcode.ts';
import { operatorModule } from './_operator/operator.ts';
import { pickleModule } from './_pickle/index.ts';
import { datetimeModule } from './_datetime/index.ts';
import { posixModule } from './posix/posix.ts';
import { posixsubprocessModule } from './_posixsubprocess/index.ts';
import { pwdModule } from './pwd/index.ts';
import { queueModule } from './_queue/queue.ts';
import { decimalModule } from './_decimal/index.ts';
import { zoneinfoModule } from './_zoneinfo/index.ts';
import { randomModule } from './_random/index.ts';
import { resourceModule } from './resource/index.ts';
import { selectModule } from './select/index.ts';
import { sha1Module } from './_sha1/index.ts';
import { sha2Module } from './_sha2/index.ts';
import { sha3Module } from './_sha3/index.ts';
import { signalModule } from './_signal/signal.ts';
import { socketModule } from './_socket/index.ts';
import { sreModule } from './_sre/index.ts';
import { statModule } from './_stat/stat.ts';
import { statisticsModule } from './_statistics/index.ts';
import { stringModule } from './_string/index.ts';
import { structModule } from './_struct/index.ts';
import { suggestionsModule } from './_suggestions/suggestions.ts';
import { symtableModule } from './_symtable/index.ts';
import { sysModule } from './sys/sys.ts';
import { sysconfigModule } from './_sysconfig/index.ts';
import { termiosModule } from './termios/index.ts';
import { testcapiModule } from './_testcapi/index.ts';
import { testinternalcapiModule } from './_testinternalcapi/index.ts';
import { testlimitedcapiModule } from './_testlimitedcapi/index.ts';
import { testsinglephaseModule } from './_testsinglephase/index.ts';
import { threadModule } from './_thread/thread.ts';
import { timeModule } from './time/index.ts';
import { tokenizeModule } from './_tokenize/tokenize.ts';
import { tracemallocModule } from './_tracemalloc/index.ts';
import { typesModule } from './_types/types.ts';
import { typingModule } from './_typing/typing.ts';
import { unicodedataModule } from './unicodedata/index.ts';
import { uuidModule } from './_uuid/index.ts';
import { warningsModule } from './_warnings/warnings.ts';
import { weakrefModule } from './_weakref/weakref.ts';
import { zlibModule } from './zlib/index.ts';

export const NATIVE_MODULES: Readonly<Record<string, () => ModuleSpec>> = {
  _abc: () => abcModule,
  array: () => arrayModule,
  _ast: () => astModule,
  atexit: () => atexitModule,
  binascii: () => binasciiModule,
  _bisect: () => bisectModule,
  _blake2: () => blake2Module,
  builtins: () => builtinsModule,
  cmath: () => cmathModule,
  _codecs: () => codecsModule,
  _collections: () => collectionsModule,
  _contextvars: () => contextvarsModule,
  _csv: () => csvModule,
  errno: () => errnoModule,
  faulthandler: () => faulthandlerModule,
  fcntl: () => fcntlModule,
  _functools: () => functoolsModule,
  gc: () => gcModule,
  grp: () => grpModule,
  _heapq: () => heapqModule,
  _imp: () => impModule,
  _io: () => ioModule,
  itertools: () => itertoolsModule,
  _json: () => jsonModule,
  _locale: () => localeModule,
  _lsprof: () => lsprofModule,
  marshal: () => marshalModule,
  math: () => mathModule,
  _md5: () => md5Module,
  _opcode: () => opcodeModule,
  _operator: () => operatorModule,
  _pickle: () => pickleModule,
  _datetime: () => datetimeModule,
  posix: () => posixModule,
  _posixsubprocess: () => posixsubprocessModule,
  pwd: () => pwdModule,
  _queue: () => queueModule,
  _decimal: () => decimalModule,
  _random: () => randomModule,
  _zoneinfo: () => zoneinfoModule,
  resource: () => resourceModule,
  select: () => selectModule,
  _sha1: () => sha1Module,
  _sha2: () => sha2Module,
  _sha3: () => sha3Module,
  _signal: () => signalModule,
  _socket: () => socketModule,
  _sre: () => sreModule,
  _stat: () => statModule,
  _statistics: () => statisticsModule,
  _string: () => stringModule,
  _struct: () => structModule,
  _suggestions: () => suggestionsModule,
  _symtable: () => symtableModule,
  sys: () => sysModule,
  _sysconfig: () => sysconfigModule,
  termios: () => termiosModule,
  _testcapi: () => testcapiModule,
  _testinternalcapi: () => testinternalcapiModule,
  _testlimitedcapi: () => testlimitedcapiModule,
  _testsinglephase: () => testsinglephaseModule,
  _thread: () => threadModule,
  time: () => timeModule,
  _tokenize: () => tokenizeModule,
  _tracemalloc: () => tracemallocModule,
  _types: () => typesModule,
  _typing: () => typingModule,
  unicodedata: () => unicodedataModule,
  _uuid: () => uuidModule,
  _warnings: () => warningsModule,
  _weakref: () => weakrefModule,
  zlib: () => zlibModule,
};
