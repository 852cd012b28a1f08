/** `grp`: the groups of `/etc/group`; without one, that of the user. @cpython Modules/grpmodule.c */
import {
  PyList,
  asText,
  excTypes,
  hasIndex,
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
import { readDatabase } from '../pwd/index.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const FIELD_COUNT = 4;

const group = structSequenceType({
  name: 'grp.struct_group',
  doc: 'grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.\n',
  fields: [
    ['gr_name', 'group name'],
    ['gr_passwd', 'password'],
    ['gr_gid', 'group id'],
    ['gr_mem', 'group members'],
  ],
});

function entries(): string[][] {
  const found = readDatabase('/etc/group', FIELD_COUNT);
  return found.length > 0 ? found : [['users', 'x', String(currentInterpreter().host.gid), '']];
}

function entryValue([name, password, gid, members]: readonly string[]): Value {
  const names = members!.split(',').filter((member) => member !== '');
  return group.make([
    strFromUtf16(name!),
    strFromUtf16(password!),
    Number(gid),
    new PyList(names.map((member) => strFromUtf16(member))),
  ]);
}

function getgrgid(gidValue: Value): Value {
  if (!hasIndex(gidValue)) throw typeError(`gid should be integer, not ${typeName(gidValue)}`);
  const gid = index(gidValue);
  const found = entries().find((fields) => Number(fields[2]) === Number(gid));
  if (found === undefined) throw newException(excTypes.KeyError, `getgrgid(): gid not found: ${gid}`);
  return entryValue(found);
}

function getgrnam(nameValue: Value): Value {
  const text = asText(nameValue);
  if (text === undefined) throw typeError(`getgrnam() argument 'name' must be str, not ${typeName(nameValue)}`);
  const name = textToHost(text);
  if (name.includes('\0')) throw valueError('embedded null byte');
  const found = entries().find((fields) => fields[0] === name);
  if (found === undefined) {
    throw newException(excTypes.KeyError, strFromUtf16(`getgrnam(): name not found: ${reprHost(nameValue)}`));
  }
  return entryValue(found);
}

export const grpModule = defineModule('grp', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    getgrgid,
    getgrnam,
    getgrall: () => new PyList(entries().map(entryValue)),
  }),
  types: [group.spec],
});
