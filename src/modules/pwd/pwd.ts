/** `pwd`: the users of `/etc/passwd`; without one, the one that runs the program. @cpython Modules/pwdmodule.c */
import {
  PyList,
  asText,
  excTypes,
  index,
  newException,
  reprHost,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { readDatabase } from './database.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const FIELD_COUNT = 7;

const passwd = structSequenceType({
  name: 'pwd.struct_passwd',
  doc: 'pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.',
  fields: [
    ['pw_name', 'user name'],
    ['pw_passwd', 'password'],
    ['pw_uid', 'user id'],
    ['pw_gid', 'group id'],
    ['pw_gecos', 'real name'],
    ['pw_dir', 'home directory'],
    ['pw_shell', 'shell program'],
  ],
});

function entries(): string[][] {
  const found = readDatabase('/etc/passwd', FIELD_COUNT);
  if (found.length > 0) return found;
  const { env, uid, gid } = currentInterpreter().host;
  const name = env.get('USER') ?? env.get('LOGNAME') ?? 'user';
  return [[name, 'x', String(uid), String(gid), '', env.get('HOME') ?? '/', env.get('SHELL') ?? '/bin/sh']];
}

function entryValue(fields: readonly string[]): Value {
  return passwd.make(fields.map((field, i) => (i === 2 || i === 3 ? Number(field) : strFromUtf16(field))));
}

function getpwuid(uidValue: Value): Value {
  const uid = index(uidValue);
  const found = uid < 0 || uid > 0xffffffff ? undefined : entries().find((fields) => Number(fields[2]) === Number(uid));
  if (found === undefined) throw newException(excTypes.KeyError, `getpwuid(): uid not found: ${uid}`);
  return entryValue(found);
}

function getpwnam(nameValue: Value): Value {
  const text = asText(nameValue);
  if (text === undefined) throw typeError(`getpwnam() argument must be str, not ${typeName(nameValue)}`);
  const name = textToHost(text);
  if (name.includes('\0')) throw valueError('embedded null byte');
  const found = entries().find((fields) => fields[0] === name);
  if (found === undefined) {
    throw newException(excTypes.KeyError, strFromUtf16(`getpwnam(): name not found: ${reprHost(nameValue)}`));
  }
  return entryValue(found);
}

export const pwdModule = defineModule('pwd', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    getpwuid,
    getpwnam,
    getpwall: () => new PyList(entries().map(entryValue)),
  }),
  types: [passwd.spec],
});
