/** `pyc identify`: which Python made a file, how it is checked, and whether its name says the same. */
import type { Host } from '../../host/contract.ts';
import { HEADER_SIZE, identificationText, identifyFile, type Identification } from '../../pyc/index.ts';
import { inputFiles, isPycName, readBeginning } from './inputs.ts';
import { JSON_OPTION, UsageError, parseOptions } from './options.ts';
import { Output, complaint } from './output.ts';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An identification as data fit for JSON. */
export function identificationData(path: string, identification: Identification): Record<string, unknown> {
  const { description, python, header, problem, claims, isTagRight } = identification;
  const { validation } = header ?? {};
  return {
    path,
    description,
    isPyc: python !== undefined,
    ...(python && {
      implementation: python.implementation,
      version: python.version,
      magic: python.magic,
      isUnicodeMode: python.isUnicodeMode,
    }),
    ...(problem !== undefined && { problem }),
    ...(validation && { checkedBy: validation.kind }),
    ...(validation?.kind === 'timestamp' && {
      mtime: validation.mtime,
      ...(validation.sourceSize !== undefined && { sourceSize: validation.sourceSize }),
    }),
    ...(validation && validation.kind !== 'timestamp' && { sourceHash: hex(validation.sourceHash) }),
    optimization: claims.optimization,
    cacheTag: claims.cacheTag ?? null,
    isTagRight: isTagRight ?? null,
  };
}

/** Runs the subcommand; 1 where a file is no `.pyc` or cannot be read. */
export function runIdentify(host: Host, args: readonly string[]): number {
  const options = parseOptions(args, [JSON_OPTION]);
  if (options.paths.length === 0) throw new UsageError('a file is needed');
  const isJson = options.values.has('json');
  const output = new Output(host, 1);
  const errors = new Output(host, 2);
  const data: unknown[] = [];
  const buffer = new Uint8Array(HEADER_SIZE);
  let status = 0;
  try {
    for (const path of inputFiles(host, options.paths, isPycName)) {
      let identification: Identification;
      try {
        identification = identifyFile(readBeginning(host, path, buffer), path);
      } catch (error) {
        errors.write(`pyc: ${path}: ${complaint(error)}\n`);
        status = 1;
        continue;
      }
      if (identification.python === undefined || identification.problem !== undefined) status = 1;
      if (isJson) data.push(identificationData(path, identification));
      else output.write(`${path}: ${identificationText(identification)}\n`);
    }
  } catch (error) {
    errors.write(`pyc: ${complaint(error)}\n`);
    status = 1;
  }
  if (isJson) output.write(`${JSON.stringify(data, undefined, 2)}\n`);
  output.flush();
  errors.flush();
  return status;
}
