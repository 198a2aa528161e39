/** The page up to its data, with style and script in it. */
export declare const beforeData: string;
/** The page from its data on. */
export declare const afterData: string;
