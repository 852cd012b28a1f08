/**
 * Names and kinds of the locals, cells and free variables of a code object.
 *
 * @cpython Python/assemble.c compute_localsplus_info (3.14)
 */
import {
  CO_FAST_ARG_KW,
  CO_FAST_ARG_POS,
  CO_FAST_ARG_VAR,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
} from '../../code/code-object.ts';
import type { CompileUnitMetadata } from '../instruction-sequence.ts';

export interface Localsplus {
  readonly names: string[];
  readonly kinds: Uint8Array;
}

/** Lays out `count` places in the order that `prepareLocalsplus` gave them: locals, cells that are no locals, free. */
export function computeLocalsplus(metadata: CompileUnitMetadata, codeFlags: number, count: number): Localsplus {
  const names: string[] = [];
  const kinds = new Uint8Array(count);
  const { u_varnames, u_cellvars, u_freevars, u_fasthidden } = metadata;
  const positionalOnlyEnd = metadata.u_posonlyargcount;
  const positionalEnd = positionalOnlyEnd + metadata.u_argcount;
  const keywordOnlyEnd = positionalEnd + metadata.u_kwonlyargcount;
  const varargsEnd = keywordOnlyEnd + ((codeFlags & CO_VARARGS) !== 0 ? 1 : 0);
  const varKeywordsEnd = varargsEnd + ((codeFlags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  for (const name of u_varnames.keys()) {
    const place = names.length;
    let kind = CO_FAST_LOCAL;
    if (place < positionalOnlyEnd) kind |= CO_FAST_ARG_POS;
    else if (place < positionalEnd) kind |= CO_FAST_ARG_POS | CO_FAST_ARG_KW;
    else if (place < keywordOnlyEnd) kind |= CO_FAST_ARG_KW;
    else if (place < varargsEnd) kind |= CO_FAST_ARG_VAR | CO_FAST_ARG_POS;
    else if (place < varKeywordsEnd) kind |= CO_FAST_ARG_VAR | CO_FAST_ARG_KW;
    if (u_fasthidden.has(name)) kind |= CO_FAST_HIDDEN;
    if (u_cellvars.has(name)) kind |= CO_FAST_CELL;
    kinds[place] = kind;
    names.push(name);
  }
  for (const name of u_cellvars.keys()) {
    if (u_varnames.has(name)) continue;
    kinds[names.length] = CO_FAST_CELL;
    names.push(name);
  }
  for (const name of u_freevars.keys()) {
    kinds[names.length] = CO_FAST_FREE;
    names.push(name);
  }
  return { names, kinds };
}
