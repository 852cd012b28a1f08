/** Docstrings of `atexit`. */

export const MODULE_DOC = `allow programmer to define multiple exit functions to be executed
upon normal program termination.

Two public functions, register and unregister, are defined.
`;

export const docs = {
  _clear: 'Clear the list of previously registered exit functions.',
  _ncallbacks: 'Return the number of registered exit functions.',
  _run_exitfuncs: `Run all registered exit functions.

If a callback raises an exception, it is logged with sys.unraisablehook.`,
  register: `Register a function to be executed upon normal program termination

    func - function to be called at exit
    args - optional arguments to pass to func
    kwargs - optional keyword arguments to pass to func

    func is returned to facilitate usage as a decorator.`,
  unregister: `Unregister an exit function which was previously registered using
atexit.register

    func - function to be unregistered`,
} as const;
