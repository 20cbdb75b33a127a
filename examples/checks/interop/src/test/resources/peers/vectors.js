// Checks the vectors file named on the command line; prints how many there are, or the names of those that differ.
// What a receiver makes of a genuine delivery whose body is no event is left to it: here the signature has to be right.
const crypto = require('crypto');
const fs = require('fs');

const sign = (secret, ts, body) =>
  crypto.createHmac('sha256', Buffer.from(secret, 'utf8')).update(`${ts}.`).update(body).digest('hex');

function judge(vector, body) {
  if (vector.method !== 'POST') return 405;
  const values = (wanted) => vector.headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const given = ['x-paycrypt-key', 'x-paycrypt-timestamp', 'x-paycrypt-signature'].map(values);
  if (given.some((found) => found.length > 1)) return 401;
  const [key, ts, signature] = given.map((found) => found[0] ?? '');
  const secrets = vector.accept.filter(([accepted]) => accepted === key).map(([, secret]) => secret);
  if (secrets.length === 0) return 401;
  if (!/^(0|[1-9][0-9]{0,11})$/.test(ts) || Math.abs(vector.now - Number(ts)) > 300) return 400;
  if (!/^[0-9a-f]{64}$/.test(signature)) return 401;
  const right = (secret) => crypto.timingSafeEqual(Buffer.from(sign(secret, ts, body)), Buffer.from(signature));
  return secrets.some(right) ? 200 : 401;
}

const wanted = (vector) => (vector.reason === 'MALFORMED_EVENT' ? 200 : vector.status);
const bytes = (vector) => Buffer.from(vector.body, 'base64');

const vectors = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const wrong = [
  ...vectors.signatures.filter((v) => sign(v.secret, v.timestamp, bytes(v)) !== v.signature),
  ...vectors.deliveries.filter((v) => judge(v, bytes(v)) !== wanted(v)),
].map((v) => v.name);
console.log(wrong.length ? wrong.join('\n') : vectors.signatures.length + vectors.deliveries.length);
