// jsforce 3.10.26 asks for a newer Node than 20: what it misses there is put in its place, the package stays as it is.
const zlib = require('node:zlib');
const none = () => {
  throw new Error('this Node knows no zstd');
};
zlib.createZstdDecompress ??= none;
zlib.createZstdCompress ??= none;
require('node:worker_threads').markAsUncloneable ??= () => {};
Promise.withResolvers ??= () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};
