// Pages with the official client through everything that has a word, by each parameter. Arguments: the address, the word,
// and how many there are.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , rootUrl, word, number] = process.argv;
const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { factchecktools } = require('@googleapis/factchecktools');
const claims = factchecktools({ version: 'v1alpha1', rootUrl }).claims;

async function all(parameters) {
  const texts = new Set();
  let pageToken;
  do {
    const { data } = await claims.search({ ...parameters, pageToken });
    for (const claim of data.claims ?? []) {
      assert(!texts.has(claim.text), claim.text);
      assert.equal(claim.claimReview.length, 1);
      texts.add(claim.text);
    }
    pageToken = data.nextPageToken;
  } while (pageToken);
  return texts.size;
}

assert.equal(await all({ query: word, pageSize: 100 }), Number(number));
assert.equal(await all({ query: word, languageCode: 'pt', pageSize: 50 }), Number(number) / 4);
assert.equal(await all({ query: word, reviewPublisherSiteFilter: 'localhost', maxAgeDays: 3, pageSize: 70 }), Number(number));
assert.equal(await all({ query: word, reviewPublisherSiteFilter: 'elsewhere.example.org' }), 0);
const skipped = await claims.search({ query: word, offset: Number(number) - 5 });
assert.equal(skipped.data.claims.length, 5);
await assert.rejects(claims.search({ pageSize: 5 }), (refused) => refused.code === 400 || refused.status === 400);
console.log('All is found.');
