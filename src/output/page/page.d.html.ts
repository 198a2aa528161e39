/** The page up to its data, including style and script. */
export declare const beforeData: string;
/** The page after its data. */
export declare const afterData: string;
