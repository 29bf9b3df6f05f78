// One npm package on all words: writes a count a line, and how many words a second the best of three passes did.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const [name, work] = process.argv.slice(2);
const require = createRequire(work + '/');
const words = readFileSync(`${work}/words`, 'utf8').trim().split('\n');

async function counter() {
    if (name === 'syllable') {
        return (await import('syllable')).syllable;
    }
    if (name === 'hypher') {
        const Hypher = require('hypher');
        const hyphens = new Hypher({...require('hyphenation.en-us'), leftmin: 1, rightmin: 1});
        return word => hyphens.hyphenate(word).length;
    }
    const nlp = (await import('compromise')).default;
    nlp.plugin((await import('compromise-speech')).default);
    return word => nlp(word).syllables().flat().flat().length || 1;
}

const count = await counter();
let best = 0;
let counts = [];
for (let pass = 0; pass < 3; pass++) {
    const start = process.hrtime.bigint();
    counts = words.map(count);
    best = Math.max(best, words.length / (Number(process.hrtime.bigint() - start) / 1e9));
    if (best < 20000) {
        break;
    }
}
writeFileSync(`${work}/${name}.counts`, counts.join('\n') + '\n');
writeFileSync(`${work}/${name}.speed`, String(best));
