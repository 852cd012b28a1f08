/**
 * Whether running `site` could do more here than add names to `builtins` and modules to `sys.modules`.
 *
 * @cpython Lib/site.py main
 */
import { isHostError, type Host } from '../host/contract.ts';
import type { Config } from '../runtime/index.ts';

const CUSTOMIZE = ['sitecustomize', 'usercustomize'];
const ENDINGS = ['', '.py', '.pyc', '.cpython-314.so', '.abi3.so', '.so'];

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Where `site` would look for packages of the installation and of the user. */
function sitePackages(host: Host, config: Config): string[] {
  const below = (base: string): string => `${base}/lib/python3.14/site-packages`;
  const directories = [below(config.prefix)];
  if (!config.userSiteDirectory) return directories;
  const base = config.useEnvironment ? host.env.get('PYTHONUSERBASE') : undefined;
  const home = host.env.get('HOME');
  if (base !== undefined && base !== '') directories.push(below(base));
  else if (home !== undefined) directories.push(below(`${home}/.local`));
  return directories;
}

/** Whether `site` would only append the directory to `sys.path`: it has no `.pth` files and no customisation. */
function isPlainDirectory(host: Host, directory: string): boolean {
  let names: string[];
  try {
    names = host.fs.readdir(directory).map((entry) => entry.name);
  } catch (error) {
    if (isHostError(error)) return true;
    throw error;
  }
  return !names.some((name) => name.endsWith('.pth') || CUSTOMIZE.some((custom) => name.startsWith(custom)));
}

/**
 * True where there is no virtual environment, no `.pth` file, no `sitecustomize` or `usercustomize`, and `sys.path` is in
 * order: what `site` does then is the same at any time.
 */
export function isSitePlain(host: Host, config: Config): boolean {
  if (host.env.get('PYTHONPATH') !== undefined && config.useEnvironment) return false;
  const bin = parentOf(config.executable);
  const [archive, ...directories] = config.modulePath;
  const unwanted = [`${bin}/pyvenv.cfg`, `${parentOf(bin)}/pyvenv.cfg`, archive!];
  for (const directory of directories) {
    for (const name of CUSTOMIZE) for (const ending of ENDINGS) unwanted.push(`${directory}/${name}${ending}`);
  }
  if (unwanted.some((path) => host.fs.tryStat(path) !== undefined)) return false;
  return sitePackages(host, config).every((directory) => isPlainDirectory(host, directory));
}
