// Prints titles while a listing is read, and on standard error what was noticed.
//   node read.mjs page.txt
import { readPapers } from 'offprint';

const onDiagnostic = ({ line, code, message }) => console.error(`${line}: ${message} [${code}]`);
for await (const { title } of readPapers(process.argv[2], { onDiagnostic })) console.log(title);
