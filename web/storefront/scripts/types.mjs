// Makes the types of the API from the server's OpenAPI documents, one file a subject.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const resources = new URL('../../src/main/resources/', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);

const main = JSON.parse(await readFile(new URL('static/openapi.json', resources), 'utf8'));
const files = (await readdir(new URL('openapi/', resources))).sort();
const read = async (file) => JSON.parse(await readFile(new URL(`openapi/${file}`, resources), 'utf8'));
// Documents may speak of each other's data.
for (const file of files) {
  Object.assign(main.components.schemas, (await read(file)).components?.schemas);
}
await mkdir(target, { recursive: true });
for (const file of files) {
  const document = await read(file);
  document.openapi ??= main.openapi;
  document.info ??= main.info;
  document.components ??= {};
  for (const [sort, shared] of Object.entries(main.components)) {
    document.components[sort] = { ...shared, ...document.components[sort] };
  }
  for (const path of Object.keys(document.paths)) {
    if (!path.startsWith('/api/v1/mall/')) {
      delete document.paths[path];
    }
  }
  const types = astToString(await openapi(document));
  await writeFile(new URL(file.replace('.json', '.ts'), target), types);
}
