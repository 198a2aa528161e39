declare module '@citation-js/core' {
  interface Item {
    [key: string]: unknown;
    id: string;
    type: string;
    title: string;
    author?: {
      given?: string;
      family?: string;
      literal?: string;
      suffix?: string;
      [particle: string]: string | undefined;
    }[];
  }
  export const plugins: { input: { chain(data: unknown, options: { forceType: string }): Item[] } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
