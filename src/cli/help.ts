/** Texts of `--help`. */

const OPTIONS = `Options (and corresponding environment variables):
-b     : warn when bytes are converted to str or compared with str or int
         (-bb: raise instead)
-B     : write no .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-c cmd : program given as text (ends the options)
-d     : parser debugging; also PYTHONDEBUG=x
-E     : ignore PYTHON* environment variables
-h     : show this help and exit (also -? or --help)
-i     : go on interactively after the program; also PYTHONINSPECT=x
-I     : isolated mode (implies -E, -P and -s)
-m mod : run a library module as the program
-O     : leave out assert statements; .opt-1 before .pyc; also PYTHONOPTIMIZE=x
-OO    : as -O, and leave out docstrings; .opt-2 before .pyc
-P     : do not put a possibly unsafe path first in sys.path; also
         PYTHONSAFEPATH
-q     : no version and copyright on interactive start
-s     : leave the user site directory out of sys.path; also PYTHONNOUSERSITE=x
-S     : do not import site
-u     : unbuffered stdout and stderr; also PYTHONUNBUFFERED=x
-v     : trace import statements; also PYTHONVERBOSE=x (may be repeated)
-V     : show the version and exit (also --version); twice: more about the build
-W arg : warning control, action:message:category:module:lineno; also
         PYTHONWARNINGS=arg
-x     : skip the first line of the source
-X opt : set an implementation-specific option
--check-hash-based-pycs always|default|never:
         how hash-based .pyc files are validated
--dump=STAGE:
         show what a stage of the compiler makes of the program instead of
         running it: tokens, ast, symtable, seq, cfg:PASS or dis
--help-env: help about environment variables
--help-xoptions: help about -X options
--help-all: all of the help

Arguments:
file   : program read from a file
-      : program read from standard input (default; interactive on a terminal)
arg ...: passed to the program in sys.argv[1:]
`;

const ENVIRONMENT = `Environment variables that change behaviour:
PYTHONPATH      : directories put first in the module search path, separated by ':'
PYTHONDONTWRITEBYTECODE : write no .pyc files (-B)
PYTHONPYCACHEPREFIX     : root directory for .pyc files (-X pycache_prefix)
PYTHONOPTIMIZE  : leave out asserts (-O), if 2 also docstrings (-OO)
PYTHONVERBOSE   : trace imports (-v)
PYTHONINSPECT   : go on interactively after the program (-i)
PYTHONUNBUFFERED: unbuffered stdout and stderr (-u)
PYTHONWARNINGS  : warning control (-W)
PYTHONNOUSERSITE: leave out the user site directory (-s)
PYTHONSAFEPATH  : no unsafe first path (-P)
PYTHONHASHSEED  : seed of str hashes, or 'random'
PYTHONINTMAXSTRDIGITS : limit of int/str conversion (-X int_max_str_digits)
PYTHONBREAKPOINT: what breakpoint() calls
PYTHONSTARTUP   : file run on interactive start
PYTHONIOENCODING: encoding[:errors] of stdin, stdout and stderr
SOURCE_DATE_EPOCH : py_compile and compileall write checked hash-based .pyc files
`;

const X_OPTIONS = `Implementation-specific options:
-X dev                     : development mode
-X int_max_str_digits=N    : limit of int/str conversion
-X pycache_prefix=PATH     : root directory for .pyc files
-X utf8[=0|1]              : UTF-8 mode
-X importtime, -X frozen_modules, -X tracemalloc : accepted
`;

/** The text that a help option asks for. */
export function helpText(kind: 'usage' | 'env' | 'xoptions' | 'all', program: string): string {
  const usage = `usage: ${program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n${OPTIONS}`;
  switch (kind) {
    case 'usage':
      return usage;
    case 'env':
      return ENVIRONMENT;
    case 'xoptions':
      return X_OPTIONS;
    case 'all':
      return `${usage}\n${ENVIRONMENT}\n${X_OPTIONS}`;
  }
}
