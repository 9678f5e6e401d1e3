// Runs named checks one after the other, prints how each went, and ends with the number of those that failed.
const checks = [];

exports.check = (name, run) => checks.push({ name, run });

exports.run = async () => {
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await run();
      console.log('passed  ' + name);
    } catch (error) {
      failed++;
      console.log('FAILED  ' + name + ': ' + (error.body ? JSON.stringify(error.body) : error.stack));
    }
  }
  console.log(checks.length - failed + ' of ' + checks.length + ' passed');
  process.exit(failed === 0 ? 0 : 1);
};

exports.refused = async (promise, wanted) => {
  try {
    await promise;
  } catch (error) {
    const code = error.errorCode ?? error.code;
    if (code !== wanted) throw new Error('refused with ' + code + ' and not with ' + wanted);
    return error;
  }
  throw new Error('it was not refused');
};
