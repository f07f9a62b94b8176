import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MUTANTS } from './mutants.ts';

const { TONGKE_MUTANT: name, TONGKE_ROOT: root = '' } = process.env;
const mutant = MUTANTS.find((one) => one.name === name);
if (!mutant) throw new Error(`There is no mutant ${name}.`);
const edits = new Map(mutant.edits.map((edit) => [pathToFileURL(`${root}${edit.file}`).href, edit]));

/** Loads the product's files with some of their lines broken. A line that is not there any more is an error, not a harmless mutant. */
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const edit = edits.get(url);
    if (!edit) return loaded;
    const source = String(loaded.source);
    if (source.split(edit.from).length !== 2) throw new Error(`${edit.file} does not have the line of ${name}.`);
    return { ...loaded, source: source.replace(edit.from, () => edit.to) };
  },
});
