// Parses the T-SQL statements of a JSON array on standard input, and prints a JSON array with the error of each; null
// for a statement that was parsed. The argument is the folder that contains node_modules/@polyglot-sql/sdk.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const parser = createRequire(process.argv[2] + '/')('@polyglot-sql/sdk');
await parser.init?.();
const errorOf = (statement) => {
  try {
    const result = parser.parse(statement, 'tsql');
    return result.success ? null : String(result.error);
  } catch (e) {
    return String(e);
  }
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(errorOf)));
