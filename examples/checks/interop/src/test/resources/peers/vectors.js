// Checks the vectors file named on the command line; prints how many there are, or the names of those that differ.
const crypto = require('crypto');
const fs = require('fs');

const MAX_DEPTH = 64;

const sign = (secret, ts, body) =>
  crypto.createHmac('sha256', Buffer.from(secret, 'utf8')).update(`${ts}.`).update(body).digest('hex');

// The status and the reason.
function judge(vector, body) {
  if (vector.method !== 'POST') return [405, 'METHOD_NOT_ALLOWED'];
  const values = (wanted) => vector.headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const given = ['x-paycrypt-key', 'x-paycrypt-timestamp', 'x-paycrypt-signature'].map(values);
  if (given.some((found) => found.length > 1)) return [401, 'DUPLICATE_HEADER'];
  const [key, ts, signature] = given.map((found) => found[0] ?? '');
  const secrets = vector.accept.filter(([accepted]) => accepted === key).map(([, secret]) => secret);
  if (secrets.length === 0) return [401, 'UNKNOWN_KEY'];
  if (!/^(0|[1-9][0-9]{0,11})$/.test(ts)) return [400, 'MALFORMED_TIMESTAMP'];
  if (Math.abs(vector.now - Number(ts)) > 300) return [400, 'TIMESTAMP_OUT_OF_WINDOW'];
  if (!/^[0-9a-f]{64}$/.test(signature)) return [401, 'MALFORMED_SIGNATURE'];
  const right = (secret) => crypto.timingSafeEqual(Buffer.from(sign(secret, ts, body)), Buffer.from(signature));
  if (!secrets.some(right)) return [401, 'WRONG_SIGNATURE'];
  return isEvent(body) ? [200, null] : [400, 'MALFORMED_EVENT'];
}

function isEvent(body) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const event = JSON.parse(text);
    return typeof event.type === 'string' && event.type !== '' && isStrict(text);
  } catch {
    return false;
  }
}

// What JSON.parse lets pass: names that come twice, any depth, and numbers of any length.
function isStrict(json) {
  const open = [];
  let name = null;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && open.at(-1).size === open.at(-1).add(name).size) return false;
    else if (token[0] === '"') name = JSON.parse(token);
    else if (/^[-0-9]/.test(token) && (token.length > 100 || /[eE][+-]?[0-9]{4}/.test(token))) return false;
    if (open.length > MAX_DEPTH) return false;
  }
  return true;
}

const differs = ([status, reason], vector) => status !== vector.status || reason !== vector.reason;
const bytes = (vector) => Buffer.from(vector.body, 'base64');

const vectors = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const wrong = [
  ...vectors.signatures.filter((v) => sign(v.secret, v.timestamp, bytes(v)) !== v.signature),
  ...vectors.deliveries.filter((v) => differs(judge(v, bytes(v)), v)),
].map((v) => v.name);
console.log(wrong.length ? wrong.join('\n') : vectors.signatures.length + vectors.deliveries.length);
