// Creates a payment session as the Node.js example of the PayCrypt API guide does; prints the status and the answer.
const crypto = require('crypto');

async function createSession() {
  const body = JSON.stringify({
    order_id: 'ORD-NODE', amount: '49.00', currency: 'USD',
    customer: { email: 'buyer@example.com' }, metadata: { source: 'm\u00e9rchant \u20ac' },
    success_url: 'https://merchant.tld/success?oid=ORD-NODE',
    cancel_url: 'https://merchant.tld/cancel?oid=ORD-NODE',
    webhook_url: process.env.WEBHOOK_URL || 'https://merchant.tld/api/paycrypt/webhook',
  });
  const ts = Math.floor(Date.now() / 1000 + Number(process.env.CLOCK_SKEW || 0)).toString();
  const sig = crypto.createHmac('sha256', process.env.PAYCRYPT_SECRET).update(`${ts}.${body}`).digest('hex');
  const res = await fetch(`${process.env.PAYCRYPT_BASE_URL}/api/v1/payment_sessions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Paycrypt-Key': process.env.PAYCRYPT_KEY,
      'X-Paycrypt-Timestamp': ts,
      'X-Paycrypt-Signature': sig,
    },
    body: process.env.TAMPER ? body.replace('49.00', '4.90') : body,
  });
  console.log(res.status);
  console.log(await res.text());
}

createSession();
