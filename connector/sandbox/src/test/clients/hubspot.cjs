// @hubspot/api-client against the simulated portal: node hubspot.cjs http://127.0.0.1:PORT
const assert = require('node:assert');
const { Client } = require('@hubspot/api-client');
const { check, refused, run } = require('./checks.cjs');

const { crm } = new Client({ accessToken: 'pat-sandbox-0000', basePath: process.argv[2] });
const contacts = crm.contacts;
let one;
let two;

check('creates, reads, changes one record', async () => {
  one = (await contacts.basicApi.create({ properties: { email: 'one@example.com' }, associations: [] })).id;
  await contacts.basicApi.update(one, { properties: { firstname: 'Ada' } });
  const read = await contacts.basicApi.getById(one, ['firstname'], ['firstname']);
  assert.equal(read.properties.firstname, 'Ada');
  assert.equal(read.propertiesWithHistory.firstname[0].sourceType, 'INTEGRATION');
});
check('refuses with category and correlation id', async () => {
  const bad = { properties: { nonsense: 'x' }, associations: [] };
  const error = await refused(contacts.basicApi.create(bad), 400);
  assert.equal(error.body.category, 'VALIDATION_ERROR');
  assert.ok(error.body.correlationId);
  await refused(contacts.basicApi.getById('1'), 404);
  await refused(contacts.basicApi.create({ properties: { email: 'one@example.com' }, associations: [] }), 409);
});
check('writes batches', async () => {
  const made = await contacts.batchApi.create({ inputs: [{ properties: { email: 'two@example.com' }, associations: [] }] });
  two = made.results[0].id;
  const upserted = await contacts.batchApi.upsert({
    inputs: [{ id: 'two@example.com', idProperty: 'email', properties: { firstname: 'Bo' } }],
  });
  assert.equal(upserted.results[0]._new, false);
  const read = await contacts.batchApi.read({ inputs: [{ id: one }, { id: two }], properties: ['firstname'], propertiesWithHistory: [] });
  assert.deepEqual(read.results.map((each) => each.properties.firstname).sort(), ['Ada', 'Bo']);
});
check('defines properties and groups', async () => {
  await crm.properties.groupsApi.create('contacts', { name: 'partners', label: 'Partners' });
  assert.equal((await crm.properties.groupsApi.getByName('contacts', 'partners')).label, 'Partners');
  const group = await crm.properties.groupsApi.update('contacts', 'partners', { label: 'Allies' });
  assert.equal(group.label, 'Allies');
  await crm.properties.coreApi.create('contacts', { name: 'tier', label: 'Tier', type: 'string', fieldType: 'text', groupName: 'partners' });
  await refused(crm.properties.groupsApi.archive('contacts', 'partners'), 400);
  await crm.properties.coreApi.archive('contacts', 'tier');
  await crm.properties.groupsApi.archive('contacts', 'partners');
  await refused(crm.properties.groupsApi.getByName('contacts', 'partners'), 404);
});
check('knows pipelines and owners', async () => {
  assert.ok((await crm.pipelines.pipelinesApi.getAll('deals')).results.length > 0);
  assert.equal((await crm.owners.ownersApi.getPage()).results.length, 3);
});
check('merges', async () => {
  const merged = await contacts.basicApi.merge({ primaryObjectId: one, objectIdToMerge: two });
  assert.equal((await contacts.basicApi.getById(two)).id, merged.id);
});
check('archives', async () => {
  const id = (await contacts.basicApi.create({ properties: { email: 'gone@example.com' }, associations: [] })).id;
  await crm.objects.basicApi.archive('contacts', id);
  await refused(contacts.basicApi.getById(id), 404);
});

run();
