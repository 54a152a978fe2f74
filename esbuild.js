// Builds what is shipped: the extension, the command line and the page, each into dist/.
const { copyFile, mkdir, rm, writeFile } = require('node:fs/promises');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Modules that the page loads beside its script. */
const copies = {
  'dist/web-tree-sitter.wasm': 'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'dist/tree-sitter-bash.wasm': 'node_modules/tree-sitter-bash/tree-sitter-bash.wasm',
  'dist/page/codicon.css': 'node_modules/@vscode/codicons/dist/codicon.css',
  'dist/page/codicon.ttf': 'node_modules/@vscode/codicons/dist/codicon.ttf',
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: 'info',
  legalComments: 'none',
};

/**
 * Parts of dockerode that nothing of ours reaches: its own SSH and the sessions of BuildKit. They are
 * most of its size, and half of the time that it takes to load.
 * @type {import('esbuild').Plugin}
 */
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    const filter = /^(ssh2|protobufjs|@grpc\/grpc-js|@grpc\/proto-loader)$/;
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'unused' }));
    build.onLoad({ filter: /./, namespace: 'unused' }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/**
 * Extension and command line: modules with shared chunks, so that an `import()` loads its part on
 * first use and a class such as LabError exists once.
 * @type {import('esbuild').BuildOptions}
 */
const node = {
  ...shared,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  splitting: true,
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  // VS Code goes by this ending: the package itself is CommonJS, for its scripts and tests.
  outExtension: { '.js': '.mjs' },
  entryPoints: ['src/extension.ts', 'src/cli.ts'],
  external: ['vscode', 'cpu-features', '*.node'],
  plugins: [withoutUnused],
  banner: {
    // Bundled CommonJS packages still call require() for Node's own modules, and ask where they are.
    js: "import { createRequire as __createRequire } from 'node:module';const require=__createRequire(import.meta.url);const __dirname=import.meta.dirname;",
  },
};

/** @type {import('esbuild').BuildOptions} */
const page = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  outdir: 'dist/page',
  entryPoints: ['media/lesson/lesson.ts', 'media/lesson/lesson.css'],
  external: ['*.ttf'],
};

async function main() {
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist/page', { recursive: true });
  await writeFile('dist/cli.js', "#!/usr/bin/env node\nimport('./cli.mjs');\n", { mode: 0o755 });
  await Promise.all(Object.entries(copies).map(([to, from]) => copyFile(from, to)));
  const contexts = await Promise.all([node, page].map((options) => esbuild.context(options)));
  if (watch) {
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  await Promise.all(contexts.map((context) => context.rebuild()));
  await Promise.all(contexts.map((context) => context.dispose()));
}

main().catch((error) => {
  process.stderr.write(`${error.message ?? error}\n`);
  process.exit(1);
});
