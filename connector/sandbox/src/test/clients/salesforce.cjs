// jsforce against the simulated org: node salesforce.cjs http://127.0.0.1:PORT
const assert = require('node:assert');
const { Connection } = require('jsforce');
const { check, refused, run } = require('./checks.cjs');

const loginUrl = process.argv[2];
const conn = new Connection({ loginUrl });
conn.bulk.pollInterval = 50;
conn.bulk2.pollInterval = 50;
let account;

check('logs in by SOAP', async () => {
  const user = await conn.login('integration@example.com', 'sandbox-password');
  assert.match(user.organizationId, /^00D/);
  await refused(new Connection({ loginUrl }).login('integration@example.com', 'wrong'), 'sf:INVALID_LOGIN').catch(
    (error) => assert.match(error.message, /INVALID_LOGIN|undefined/),
  );
});
check('knows who it is', async () => assert.match((await conn.identity()).user_id, /^005/));
check('creates, reads, changes one record', async () => {
  account = (await conn.sobject('Account').create({ Name: 'Alpha', NumberOfEmployees: 5 })).id;
  await conn.sobject('Account').update({ Id: account, Name: 'Beta' });
  assert.equal((await conn.sobject('Account').retrieve(account)).Name, 'Beta');
  await refused(conn.sobject('Account').create({}), 'REQUIRED_FIELD_MISSING');
  await refused(conn.sobject('Account').create({ Name: 'x', Nonsense: 1 }), 'INVALID_FIELD');
});
check('writes collections, all or none', async () => {
  const records = [{ Name: 'One' }, {}];
  const rolledBack = await conn.sobject('Account').create(records, { allOrNone: true });
  assert.deepEqual(rolledBack.map((each) => each.success), [false, false]);
  const kept = await conn.sobject('Account').create(records);
  assert.deepEqual(kept.map((each) => each.success), [true, false]);
});
check('reads children with their parent', async () => {
  await conn.sobject('Contact').create({ LastName: 'Low', AccountId: account });
  const found = await conn.query(`SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '${account}'`);
  assert.equal(found.records[0].Contacts.records[0].LastName, 'Low');
});
check('groups', async () => {
  const found = await conn.query('SELECT Name, COUNT(Id) n FROM Account GROUP BY Name HAVING COUNT(Id) = 1 ORDER BY Name');
  assert.deepEqual(found.records.map((each) => [each.Name, each.n]), [['Beta', 1], ['One', 1]]);
});
check('names the place where a query is wrong', async () => {
  const error = await refused(conn.query('SELECT Id FROM Account WHERE'), 'MALFORMED_QUERY');
  assert.match(error.message, /ERROR at Row:1:Column:/);
});
check('loads by Bulk API 2.0', async () => {
  const input = [...Array.from({ length: 300 }, (_, i) => ({ Name: 'Bulk ' + i })), { Phone: '1' }];
  const results = await conn.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'insert', input });
  assert.equal(results.successfulResults.length, 300);
  assert.match(results.failedResults[0].sf__Error, /^REQUIRED_FIELD_MISSING:/);
  const rows = await (await conn.bulk2.query("SELECT Id FROM Account WHERE Name LIKE 'Bulk %'")).toArray();
  assert.equal(rows.length, 300);
});
check('loads by the older Bulk API', async () => {
  const rows = await conn.sobject('Account').find({ Name: { $like: 'Bulk %' } }, 'Id');
  const gone = await conn.bulk.load('Account', 'delete', rows.map(({ Id }) => ({ Id })));
  assert.equal(gone.filter((each) => each.success).length, 300);
});
check('is refused after its logout', async () => {
  const { accessToken, instanceUrl } = conn;
  await conn.logout();
  await refused(new Connection({ accessToken, instanceUrl }).query('SELECT Id FROM User'), 'INVALID_SESSION_ID');
});

run();
