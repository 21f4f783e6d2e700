// Makes TypeScript types of the server's own documents, one file a subject, so that the pages cannot ask for what the
// server does not have.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';

const resources = new URL('../../src/main/resources/', import.meta.url);
const place = new URL('../src/api/generated/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, resources), 'utf8'));

const ledger = read('static/openapi.json');
const subjects = readdirSync(new URL('openapi/', resources)).filter((name) => name.endsWith('.json')).sort();
// Documents may speak of each other's data.
const shared = Object.assign({}, ledger.components.schemas, ...subjects.map((file) => read(`openapi/${file}`).components?.schemas));
mkdirSync(place, { recursive: true });

async function write(name, document) {
  const schemas = { ...shared, ...document.components?.schemas };
  const whole = { openapi: '3.1.0', info: { title: name, version: '1' }, ...document, components: { ...document.components, schemas } };
  writeFileSync(new URL(`${name}.d.ts`, place), astToString(await openapiTypes(whole)));
}

await write('ledger', ledger);
for (const file of subjects) {
  await write(file.replace('.json', ''), read(`openapi/${file}`));
}
const names = ['ledger', ...subjects.map((file) => file.replace('.json', ''))];
const all = (part) => names.map((name) => `import('./${name}').${part}`).join('\n  & ');
writeFileSync(new URL('all.d.ts', place), `export type paths = ${all('paths')};\n`);
