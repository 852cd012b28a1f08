/** Type parameters and aliases for the virtual machine, as the `_typing` module makes them. */
import { call, getAttr, None, PyTuple, setAttr, type TypingHooks, type Value } from '../objects/core/index.ts';
import { currentInterpreter } from '../runtime/index.ts';

function typing(name: string): Value {
  return getAttr(currentInterpreter().importNative('_typing'), name);
}

export const typingHooks: TypingHooks = {
  typeVar: (name) => call(typing('TypeVar'), [name, true], ['infer_variance']),
  paramSpec: (name) => call(typing('ParamSpec'), [name, true], ['infer_variance']),
  typeVarTuple: (name) => call(typing('TypeVarTuple'), [name]),
  typeVarWithBound: (name, bound) => call(typing('TypeVar'), [name, true, bound], ['infer_variance', 'bound']),
  typeVarWithConstraints: (name, constraints) =>
    call(typing('TypeVar'), [name, ...(constraints instanceof PyTuple ? constraints.items : []), true], ['infer_variance']),
  setDefault: (typeParam, evaluate) => {
    setAttr(typeParam, '__default__', call(evaluate, [1]));
    return typeParam;
  },
  subscriptGeneric: (params) => call(getAttr(currentInterpreter().importModule('typing'), '_GenericAlias'), [typing('Generic'), params]),
  typeAlias: (parts) => {
    const [name, params, value] = (parts as PyTuple).items as [Value, Value, Value];
    return call(typing('TypeAliasType'), [name, value, params === None ? new PyTuple([]) : params], ['type_params']);
  },
};

