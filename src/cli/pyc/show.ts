/** `pyc show` and `pyc dis`: what is in a file. */
import { pythonOf, type AnyCode } from '../../code/foreign-code.ts';
import { ConstantText, disassemble, type DisassembleOptions } from '../../dis/index.ts';
import type { Host } from '../../host/contract.ts';
import {
  codeData,
  codeFields,
  identifyFile,
  readPyc,
  timeText,
  walkCodes,
  type Pyc,
  type PycHeader,
} from '../../pyc/index.ts';
import { identificationData } from './identify.ts';
import { inputFiles, isPycName, readInput } from './inputs.ts';
import {
  COLOR_OPTION,
  JSON_OPTION,
  UsageError,
  countOption,
  parseOptions,
  type OptionSpec,
  type ParsedOptions,
} from './options.ts';
import { Output, colorDisassembly, complaint, wantsColor } from './output.ts';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headerText({ python, validation }: PycHeader): string {
  const unicode = python.isUnicodeMode ? ', -U' : '';
  const lines = [`Magic number:      ${python.magic} (${python.implementation} ${python.version}${unicode})`];
  if (validation.kind === 'timestamp') {
    const isSized = validation.sourceSize !== undefined;
    lines.push(`Checked by:        time${isSized ? ' and size' : ''} of the source`);
    lines.push(`Source time:       ${validation.mtime} (${timeText(validation.mtime)})`);
    if (isSized) lines.push(`Source size:       ${validation.sourceSize}`);
  } else {
    const isChecked = validation.kind === 'checked-hash';
    lines.push(`Checked by:        ${isChecked ? 'hash of the source' : 'nothing (unchecked hash)'}`);
    lines.push(`Source hash:       ${hex(validation.sourceHash)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

const FIELD_WIDTH = 20;

function fieldsText(code: AnyCode, depth: number, constants: ConstantText): string {
  const indent = '  '.repeat(Math.min(depth, 20));
  let text = '';
  for (const [name, value] of codeFields(code, constants)) {
    const label = `${indent}${`${name}:`.padEnd(FIELD_WIDTH)}`;
    if (!Array.isArray(value)) text += `${label} ${value}\n`.replace(/ +\n/, '\n');
    else if (value.length === 0) text += `${label} ()\n`;
    else
      text += `${indent}${name}:\n${value.map((item, i) => `${indent}${String(i).padStart(6)}: ${item}\n`).join('')}`;
  }
  return text;
}

/** Header and tree of code objects, as text. */
function showText({ header, code }: Pyc): string {
  const constants = new ConstantText(pythonOf(code));
  let text = headerText(header);
  for (const { code: current, path, depth } of walkCodes(code)) {
    const indent = '  '.repeat(Math.min(depth, 20));
    text += `\n${indent}Code object ${path}\n${fieldsText(current, depth, constants)}`;
  }
  return text;
}

/** Header and code objects, as data fit for JSON. */
function pycData(path: string, bytes: Uint8Array): Record<string, unknown> {
  const { code } = readPyc(bytes);
  const constants = new ConstantText(pythonOf(code));
  const codes = walkCodes(code).map(({ code: current, path: codePath, depth }) => ({
    path: codePath,
    depth,
    ...codeData(current, constants),
  }));
  return { ...identificationData(path, identifyFile(bytes, path)), codes };
}

/** Runs something for every file given; 1 where one was bad. */
function forEachFile(host: Host, options: ParsedOptions, textOf: (path: string, bytes: Uint8Array) => string): number {
  if (options.paths.length === 0) throw new UsageError('a file is needed');
  const isJson = options.values.has('json');
  const output = new Output(host, 1);
  const errors = new Output(host, 2);
  const texts: string[] = [];
  let status = 0;
  const fail = (where: string, error: unknown): void => {
    errors.write(`pyc: ${where}${complaint(error)}\n`);
    status = 1;
  };
  try {
    for (const path of inputFiles(host, options.paths, isPycName)) {
      try {
        const bytes = readInput(host, path);
        if (isJson) texts.push(JSON.stringify(pycData(path, bytes), undefined, 1));
        else output.write(textOf(path, bytes));
      } catch (error) {
        fail(`${path}: `, error);
      }
    }
  } catch (error) {
    fail('', error);
  }
  if (isJson) output.write(`[${texts.join(',\n')}]\n`);
  output.flush();
  errors.flush();
  return status;
}

/** `pyc show`. */
export function runShow(host: Host, args: readonly string[]): number {
  const options = parseOptions(args, [JSON_OPTION]);
  return forEachFile(host, options, (path, bytes) => {
    const title = options.paths.length > 1 ? `${path}:\n` : '';
    return title + showText(readPyc(bytes));
  });
}

const DIS_OPTIONS: readonly OptionSpec[] = [
  { name: 'show-caches', spellings: ['-C', '--show-caches'] },
  { name: 'show-offsets', spellings: ['-O', '--show-offsets'] },
  { name: 'show-positions', spellings: ['-P', '--show-positions'] },
  { name: 'recursive', spellings: ['-r', '--recursive'] },
  { name: 'depth', spellings: ['--depth'], takesValue: true },
  JSON_OPTION,
  COLOR_OPTION,
];

/** `pyc dis`. */
export function runDis(host: Host, args: readonly string[]): number {
  const options = parseOptions(args, DIS_OPTIONS);
  const depth = options.values.has('recursive') ? Infinity : countOption(options, 'depth');
  const shown: DisassembleOptions = {
    showCaches: options.values.has('show-caches'),
    showOffsets: options.values.has('show-offsets'),
    showPositions: options.values.has('show-positions'),
    ...(depth !== undefined && { depth }),
  };
  const hasColor = wantsColor(host, options);
  return forEachFile(host, options, (_path, bytes) => {
    const text = disassemble(readPyc(bytes).code, shown);
    return hasColor ? colorDisassembly(text) : text;
  });
}
