/** Docstrings of `_opcode`. */

export const MODULE_DOC = 'Opcode support module.';

export const docs = {
  get_executor: 'Return the executor object at offset in code if exists, None otherwise.',
  get_intrinsic1_descs: 'Return a list of names of the unary intrinsics.',
  get_intrinsic2_descs: 'Return a list of names of the binary intrinsics.',
  get_nb_ops: `Return array of symbols of binary ops.

Indexed by the BINARY_OP oparg value.`,
  get_special_method_names: 'Return a list of special method names.',
  get_specialization_stats: 'Return the specialization stats',
  has_arg: 'Return True if the opcode uses its oparg, False otherwise.',
  has_const: 'Return True if the opcode accesses a constant, False otherwise.',
  has_exc: 'Return True if the opcode sets an exception handler, False otherwise.',
  has_free: `Return True if the opcode accesses a free variable, False otherwise.

Note that 'free' in this context refers to names in the current scope
that are referenced by inner scopes or names in outer scopes that are
referenced from this scope. It does not include references to global
or builtin scopes.`,
  has_jump: 'Return True if the opcode has a jump target, False otherwise.',
  has_local: 'Return True if the opcode accesses a local variable, False otherwise.',
  has_name: 'Return True if the opcode accesses an attribute by name, False otherwise.',
  is_valid: 'Return True if opcode is valid, False otherwise.',
  stack_effect: 'Compute the stack effect of the opcode.',
} as const;
