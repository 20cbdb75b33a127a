// Receives webhooks and verifies them as the PayCrypt API guide describes. GET /taken lists the events that passed.
const crypto = require('crypto');
const http = require('http');

const taken = [];

function judge(headers, raw) {
  if (headers['x-paycrypt-key'] !== process.env.PAYCRYPT_KEY) return 401;
  const ts = headers['x-paycrypt-timestamp'] || '';
  if (!/^\d+$/.test(ts) || Math.abs(Math.floor(Date.now() / 1000) - Number(ts)) > 300) return 400;
  const expected = crypto.createHmac('sha256', process.env.PAYCRYPT_SECRET).update(`${ts}.`).update(raw).digest('hex');
  const given = Buffer.from(headers['x-paycrypt-signature'] || '');
  return given.length === 64 && crypto.timingSafeEqual(given, Buffer.from(expected)) ? 200 : 401;
}

function answer(response, status, content) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(content));
}

const server = http.createServer((request, response) => {
  if (request.method !== 'POST') return answer(response, 200, taken);
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const raw = Buffer.concat(parts);
    const status = judge(request.headers, raw);
    if (status === 200) taken.push(JSON.parse(raw.toString('utf8')));
    answer(response, status, { ok: status === 200 });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
