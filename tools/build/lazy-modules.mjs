// An esbuild plugin: makes the imports of src/modules/native-modules.ts lazy. What only a native module needs is then
// evaluated, and kept in V8's code cache, when a program imports that module, and not at every start.
import fs from 'node:fs';
import path from 'node:path';

export function lazyModules(root) {
  const table = path.join(root, 'src', 'modules', 'native-modules.ts');
  return {
    name: 'lazy-modules',
    setup(build) {
      build.onLoad({ filter: /native-modules\.ts$/ }, async ({ path: file }) => {
        if (file !== table) return undefined;
        const files = new Map();
        const text = (await fs.promises.readFile(file, 'utf8')).replace(
          /^import \{ (\w+) \} from ('[^']+');\n/gm,
          (_line, name, from) => {
            files.set(name, from);
            return '';
          },
        );
        const contents = text.replace(/\(\) => (\w+),/g, (entry, name) =>
          files.has(name) ? `() => require(${files.get(name)}).${name},` : entry,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
