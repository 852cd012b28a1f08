/**
 * Which objects are one and the same in a code object that a compiler has just made.
 *
 * Our code objects hold strings and numbers without identity. CPython's compiler shares objects by two tables, which
 * are played through here in the compiler's order: the cache of constants, and the table of interned strings. What was
 * interned before the compilation, other than identifiers, is taken to be nothing.
 *
 * @cpython Python/compile.c const_cache_insert, Objects/codeobject.c intern_constants (3.14)
 */
import { FrozenSetConstant, type SliceConstant, TupleConstant, textFromUtf16, WideString } from '../base/constant.ts';
import { CO_OPTIMIZED, CodeObject, type Constant } from '../code/code-object.ts';
import { findFreshPercent, findIdentifierConstants, isAnnotateScope } from './constant-origin.ts';
import {
  fresh,
  isStaticText,
  type BytesNode,
  type CodeNode,
  type ContainerNode,
  type ObjectNode,
  type TextNode,
} from './object-graph.ts';

/** Strings that are interned when code is made from them. */
const INTERNED_CONSTANT = /^[A-Za-z0-9_]+$/;

/** Strings that the interpreter itself has interned for the names of its constants. */
const STATIC_NAMES = ['None', 'True', 'False'];

/** Plays the compilation of one module. */
export class CompilationIdentity {
  /** Interned strings by key. */
  private readonly interned = new Map<string, TextNode>();
  /** The cache of constants: the object that stands for every constant of a key. */
  private readonly cache = new Map<string, ObjectNode>();
  private readonly statics = new Map<string, ObjectNode>();
  /** Keys of constants, which are equal for equal constants only; long ones are numbered. */
  private readonly keys = new Map<object, string>();
  private readonly keyNumbers = new Map<string, number>();
  private readonly codes = new Map<CodeObject, CodeNode>();
  private readonly identifierConstants = new Map<CodeObject, Set<number>>();
  private readonly identifierTuples = new Set<Constant>();
  /** What has been gone through already: constants read from a file may hold one object very many times. */
  private readonly made = new Map<Constant, ObjectNode>();
  private readonly internedTuples = new Set<ObjectNode>();
  private readonly nestedFrozensets = new Map<ObjectNode, ObjectNode>();

  /** The graph of a module's code object. */
  build(module: CodeObject): CodeNode {
    for (const name of STATIC_NAMES) this.internedText(name);
    this.internIdentifiers(module, new Set());
    return this.makeCode(module);
  }

  private internIdentifiers(code: CodeObject, seen: Set<object>): void {
    for (const name of code.co_names) this.internedText(name);
    for (const name of code.co_localsplusnames) this.internedText(name);
    this.internedText(code.co_name);
    const identifiers = findIdentifierConstants(code);
    this.identifierConstants.set(code, identifiers);
    code.co_consts.forEach((constant, i) => {
      if (identifiers.has(i)) this.internText(constant);
      if (!(constant instanceof CodeObject) || seen.has(constant)) return;
      seen.add(constant);
      this.internIdentifiers(constant, seen);
    });
  }

  private internText(constant: Constant): void {
    if (typeof constant === 'string' || constant instanceof WideString) this.intern(this.newText(constant));
    else if (constant instanceof TupleConstant && !this.identifierTuples.has(constant)) {
      this.identifierTuples.add(constant);
      (constant.items as readonly Constant[]).forEach(this.internText, this);
    }
  }

  // Keys

  private numbered(key: string): string {
    let number = this.keyNumbers.get(key);
    if (number === undefined) this.keyNumbers.set(key, (number = this.keyNumbers.size));
    return `#${number}`;
  }

  private textKey(text: string | WideString): string {
    return typeof text === 'string' ? `s${text}` : `w${text.codePoints.join()}`;
  }

  /** The key of a constant in the cache: type-strict, signed zeros apart, NaN by object. */
  private key(constant: Constant): string {
    switch (typeof constant) {
      case 'string':
        return `s${constant}`;
      case 'number':
      case 'bigint':
        return `i${constant}`;
      case 'boolean':
        return constant ? 'T' : 'F';
    }
    if (constant === null) return 'N';
    let key = this.keys.get(constant);
    if (key === undefined) this.keys.set(constant, (key = this.makeKey(constant)));
    return key;
  }

  private makeKey(constant: Exclude<Constant, string | number | bigint | boolean | null>): string {
    switch (constant.kind) {
      case 'ellipsis':
        return 'E';
      case 'wide':
        return this.textKey(constant);
      case 'float':
        return this.floatKey('f', constant.value);
      case 'complex':
        return this.floatKey('c', constant.real, constant.imag);
      case 'bytes':
        return this.bytesKey(constant.bytes);
      case 'tuple':
        return this.listKey('(', constant.items);
      case 'frozenset':
        return this.numbered(
          `{${constant.items
            .map((item) => JSON.stringify(this.key(item)))
            .sort()
            .join()}`,
        );
      case 'slice':
        return this.listKey(':', [constant.start, constant.stop, constant.step]);
      case 'code':
        return this.codeKey(constant);
    }
  }

  private floatKey(prefix: string, ...values: number[]): string {
    if (values.some((value) => Number.isNaN(value))) return this.numbered(`${prefix}nan${this.keys.size}`);
    return prefix + values.map((value) => (Object.is(value, -0) ? '-0' : String(value))).join();
  }

  private bytesKey(bytes: Uint8Array): string {
    let text = 'b';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }

  private listKey(prefix: string, items: readonly Constant[]): string {
    let text = prefix;
    for (const item of items) {
      const key = this.key(item);
      text += `${key.length}:${key}`;
    }
    return this.numbered(text);
  }

  private namesKey(names: readonly string[]): string {
    return this.listKey('(', names.map(textFromUtf16));
  }

  /** @cpython Objects/codeobject.c code_richcompare (3.14) */
  private codeKey(code: CodeObject): string {
    const numbers = [
      code.co_argcount,
      code.co_posonlyargcount,
      code.co_kwonlyargcount,
      code.co_flags,
      code.co_firstlineno,
    ];
    const parts = [
      this.textKey(textFromUtf16(code.co_name)),
      this.bytesKey(code.co_code),
      this.listKey('(', code.co_consts),
      this.namesKey(code.co_names),
      this.namesKey(code.co_localsplusnames),
      this.bytesKey(code.co_linetable),
      this.bytesKey(code.co_exceptiontable),
    ];
    return this.numbered(`C${numbers.join()}${parts.map((part) => `${part.length}:${part}`).join('')}`);
  }

  // Strings

  /** The interned string of this value. */
  private internedText(utf16: string): TextNode {
    const text = textFromUtf16(utf16);
    const key = this.textKey(text);
    let node = this.interned.get(key);
    if (node === undefined) this.interned.set(key, (node = fresh.text(text, true)));
    return node;
  }

  /** The interned string of a string's value, which is this very object if there was none. */
  private intern(node: TextNode): TextNode {
    const key = this.textKey(node.value);
    const known = this.interned.get(key);
    if (known !== undefined) return known;
    node.isInterned = true;
    this.interned.set(key, node);
    return node;
  }

  private newText(text: string | WideString): TextNode {
    return isStaticText(text) ? this.internedText(text) : fresh.text(text);
  }

  // Constants

  private static(key: string, make: () => ObjectNode): ObjectNode {
    let node = this.statics.get(key);
    if (node === undefined) this.statics.set(key, (node = make()));
    return node;
  }

  private newBytes(bytes: Uint8Array): ObjectNode {
    if (bytes.length > 1) return fresh.bytes(bytes);
    return this.static(this.bytesKey(bytes), () => fresh.bytes(bytes, true));
  }

  private newTuple(items: ObjectNode[]): ContainerNode {
    if (items.length > 0) return fresh.container('tuple', items);
    return this.static('()', () => fresh.container('tuple', [])) as ContainerNode;
  }

  /** A constant as the parser makes it: nothing shared but what always is. */
  private newConstant(constant: Constant): ObjectNode {
    switch (typeof constant) {
      case 'string':
        return this.newText(constant);
      case 'number':
      case 'bigint': {
        const node = fresh.int(constant);
        return node.isStatic ? this.static(`i${constant}`, () => node) : node;
      }
      case 'boolean':
        return fresh.singleton(constant ? 'true' : 'false');
    }
    if (constant === null) return fresh.singleton('none');
    switch (constant.kind) {
      case 'ellipsis':
        return fresh.singleton('ellipsis');
      case 'wide':
        return this.newText(constant);
      case 'float':
        return fresh.float(constant);
      case 'complex':
        return fresh.complex(constant);
      case 'bytes':
        return this.newBytes(constant.bytes);
      case 'code':
        return this.makeCode(constant);
      default: {
        let node = this.made.get(constant);
        if (node === undefined) this.made.set(constant, (node = this.newContainer(constant)));
        return node;
      }
    }
  }

  private newContainer(
    constant: TupleConstant<Constant> | FrozenSetConstant<Constant> | SliceConstant<Constant>,
  ): ContainerNode {
    switch (constant.kind) {
      case 'tuple':
        return this.newTuple(constant.items.map((item) => this.newConstant(item)));
      case 'frozenset':
        return fresh.container(
          'frozenset',
          constant.items.map((item) => this.newConstant(item)),
        );
      case 'slice':
        return fresh.container(
          'slice',
          [constant.start, constant.stop, constant.step].map((item) => this.newConstant(item)),
        );
    }
  }

  /**
   * The one object for a constant whose load is emitted.
   *
   * @param isIdentifier the strings in it are identifiers of the source, which are interned already
   */
  private merge(constant: Constant, isIdentifier: boolean): ObjectNode {
    if (constant === null || typeof constant === 'boolean') return this.newConstant(constant);
    const key = this.key(constant);
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    let node: ObjectNode;
    if (constant instanceof TupleConstant || constant instanceof FrozenSetConstant) {
      const items = (constant.items as readonly Constant[]).map((item) => this.merge(item, isIdentifier));
      node = constant.kind === 'tuple' ? this.newTuple(items) : fresh.container('frozenset', items);
    } else {
      node = this.newConstant(constant);
      if (isIdentifier && node.kind === 'text') node = this.intern(node);
    }
    this.cache.set(key, node);
    return node;
  }

  /** The one object for a table of a code object. */
  private mergeTable<T extends ObjectNode>(key: string, make: () => T): T {
    let node = this.cache.get(key);
    if (node === undefined) this.cache.set(key, (node = make()));
    return node as T;
  }

  /** Interns the strings among constants in place. Returns whether an item was changed. */
  private internConstants(items: ObjectNode[], isNested = false): boolean {
    let isChanged = false;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i]!;
      let replacement: ObjectNode = item;
      if (item.kind === 'text') {
        if (typeof item.value === 'string' && INTERNED_CONSTANT.test(item.value)) replacement = this.intern(item);
      } else if (item.kind === 'tuple') {
        if (!this.internedTuples.has(item)) {
          this.internedTuples.add(item);
          this.internConstants(item.items, true);
        }
      } else if (item.kind === 'frozenset') replacement = this.internFrozenset(item, isNested);
      if (replacement === item) continue;
      items[i] = replacement;
      isChanged = true;
    }
    return isChanged;
  }

  /** A frozenset cannot be changed in place: a new one takes its place, which nothing shares. */
  private internFrozenset(node: ContainerNode, isNested: boolean): ObjectNode {
    const known = isNested ? this.nestedFrozensets.get(node) : undefined;
    if (known !== undefined) return known;
    const elements = [...node.items];
    const result = this.internConstants(elements, true) ? fresh.container('frozenset', elements) : node;
    if (isNested) this.nestedFrozensets.set(node, result);
    return result;
  }

  // Code

  private namesTuple(names: readonly string[]): ContainerNode {
    return this.newTuple(names.map((name) => this.internedText(name)));
  }

  private makeCode(code: CodeObject): CodeNode {
    const known = this.codes.get(code);
    if (known !== undefined) return known;
    const qualname = this.newText(textFromUtf16(code.co_qualname));
    const isClassBody = (code.co_flags & CO_OPTIMIZED) === 0 && code.co_name !== '<module>';
    if (isClassBody) {
      const key = this.textKey(qualname.value);
      if (!this.cache.has(key)) this.cache.set(key, qualname);
    }
    const identifiers = this.identifierConstants.get(code)!;
    const percent = findFreshPercent(code);
    const constants = code.co_consts.map((constant, i) => {
      if (i === percent && !this.cache.has('s%')) this.cache.set('s%', fresh.text('%'));
      return this.merge(constant, identifiers.has(i));
    });
    // In the order of assembling.
    const exceptiontable = this.mergeTable(this.bytesKey(code.co_exceptiontable), () =>
      this.newBytes(code.co_exceptiontable),
    );
    const linetable = this.mergeTable(this.bytesKey(code.co_linetable), () => this.newBytes(code.co_linetable));
    const names = this.mergeTable(this.namesKey(code.co_names), () => this.namesTuple(code.co_names));
    const consts = this.mergeTable(this.listKey('(', code.co_consts), () => this.newTuple(constants));
    const { co_localsplusnames } = code;
    const localsplusnames = isAnnotateScope(code)
      ? this.namesTuple(co_localsplusnames)
      : this.mergeTable(this.namesKey(co_localsplusnames), () => this.namesTuple(co_localsplusnames));
    this.internNames(names);
    this.internConstants(consts.items);
    this.internNames(localsplusnames);
    const filename = this.internedText(code.co_filename);
    const name = this.internedText(code.co_name);
    const node: CodeNode = {
      kind: 'code',
      value: code,
      references: 0,
      isStatic: false,
      code: fresh.bytes(code.co_code, true),
      consts,
      names,
      localsplusnames,
      localspluskinds: this.localsKinds(code.co_localspluskinds),
      filename,
      name,
      qualname: this.intern(qualname),
      linetable,
      exceptiontable,
    };
    this.codes.set(code, node);
    return node;
  }

  /** A names tuple may be a constant tuple of equal strings that were no identifiers. */
  private internNames(tuple: ContainerNode): void {
    tuple.items.forEach((item, i) => {
      if (item.kind === 'text') tuple.items[i] = this.intern(item);
    });
  }

  private localsKinds(kinds: Uint8Array): BytesNode {
    return (kinds.length === 0 ? this.newBytes(kinds) : fresh.bytes(kinds)) as BytesNode;
  }
}
