// An esbuild plugin: makes the imports of src/modules/native-modules.ts lazy, and those of a few other files that name what
// they import in an entry `() => name,`. What only a native module needs is then evaluated, and kept in V8's code cache, when a program imports that module,
// and not at every start.
import fs from 'node:fs';
import path from 'node:path';

export function lazyModules(root) {
  const tables = ['cli/main.ts', 'modules/native-modules.ts', 'modules/builtins/evaluation.ts', 'presets/jit.ts'].map(
    (file) => path.join(root, 'src', ...file.split('/')),
  );
  return {
    name: 'lazy-modules',
    setup(build) {
      build.onLoad({ filter: /(?:main|native-modules|evaluation|jit)\.ts$/ }, async ({ path: file }) => {
        if (!tables.includes(file)) return undefined;
        const files = new Map();
        const source = await fs.promises.readFile(file, 'utf8');
        const isLazy = (name) => source.includes(`() => ${name},`);
        const text = source.replace(/^import \{ (\w+) \} from ('[^']+');\n/gm, (line, name, from) => {
          if (!isLazy(name)) return line;
          files.set(name, from);
          return '';
        });
        const contents = text.replace(/\(\) => (\w+),/g, (entry, name) =>
          files.has(name) ? `() => require(${files.get(name)}).${name},` : entry,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
