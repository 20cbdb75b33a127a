"""Creates a payment session as the PayCrypt API guide describes it; prints the status and the answer."""
import hashlib
import hmac
import json
import os
import time
import urllib.error
import urllib.request


def create_session():
    body = json.dumps({
        'order_id': 'ORD-PYTHON', 'amount': '49.00', 'currency': 'USD',
        'customer': {'email': 'buyer@example.com'}, 'metadata': {'source': 'm\u00e9rchant \u20ac'},
        'success_url': 'https://merchant.tld/success?oid=ORD-PYTHON',
        'cancel_url': 'https://merchant.tld/cancel?oid=ORD-PYTHON',
        'webhook_url': os.environ.get('WEBHOOK_URL', 'https://merchant.tld/api/paycrypt/webhook'),
    }, ensure_ascii=False).encode('utf-8')
    ts = str(int(time.time()) + int(os.environ.get('CLOCK_SKEW', '0')))
    secret = os.environ['PAYCRYPT_SECRET'].encode('utf-8')
    signature = hmac.new(secret, ts.encode('ascii') + b'.' + body, hashlib.sha256).hexdigest()
    if 'TAMPER' in os.environ:
        body = body.replace(b'49.00', b'4.90')
    request = urllib.request.Request(os.environ['PAYCRYPT_BASE_URL'] + '/api/v1/payment_sessions', body, {
        'Content-Type': 'application/json',
        'X-Paycrypt-Key': os.environ['PAYCRYPT_KEY'],
        'X-Paycrypt-Timestamp': ts,
        'X-Paycrypt-Signature': signature,
    })
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as rejection:
        return rejection.code, rejection.read()


status, text = create_session()
print(status)
print(text.decode('utf-8'))
