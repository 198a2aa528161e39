/** A module of AssemblyScript (`./assembly/NAME.ts` for `./NAME.wasm`), which the build compiles: its binary form, in base64. */
declare module '*.wasm' {
  const base64: string;
  export default base64;
}

/** As much of WebAssembly's API (https://webassembly.github.io/spec/js-api/) as is used here; Node's types leave it out. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports?: { readonly env: { readonly memory: Memory } });
    readonly exports: unknown;
  }
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
}
