import { readFile } from 'node:fs/promises';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { throwAwayDatabases } from './adapter';

type Glue = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  SchemaEngine: typeof SchemaEngine;
};

let loaded: Promise<Glue> | undefined;
let panic = '';

// The package's own entry imports the .wasm file as a module, which Node 20 does only behind a flag.
async function load(): Promise<Glue> {
  const address = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = (await import(address)) as Glue & WebAssembly.ModuleImports;
  const bytes = await readFile(new URL('schema_engine_bg.wasm', address));
  // The engine leaves the text of a panic here before it traps.
  const registry = {
    set_message: (text: string) => {
      panic = text;
    },
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/** Prisma's schema engine as WebAssembly, on throw-away databases of this server. `work` gets it, then all is dropped. */
export async function withSchemaEngine<T>(serverUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load();
  const glue = await loaded;
  const { factory, dropAll } = throwAwayDatabases(serverUrl);
  const engine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } catch (error) {
    throw panic ? new Error(`The schema engine gave up: ${panic}`, { cause: error }) : error;
  } finally {
    engine.free();
    await dropAll();
  }
}
