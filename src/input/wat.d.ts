/** A module in WebAssembly's text format, which the build makes its binary form, in base64. */
declare module '*.wat' {
  const base64: string;
  export default base64;
}

/** As much of WebAssembly's API (https://webassembly.github.io/spec/js-api/) as is used here; Node's types leave it out. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}
