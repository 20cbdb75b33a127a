"""Checks the vectors file named on the command line; prints how many there are, or the names of those that differ.

What a receiver makes of a genuine delivery whose body is no event is left to it: here the signature has to be right.
"""
import base64
import hashlib
import hmac
import json
import re
import sys

HEADERS = ('x-paycrypt-key', 'x-paycrypt-timestamp', 'x-paycrypt-signature')


def sign(secret, ts, body):
    return hmac.new(secret.encode('utf-8'), ts.encode('utf-8') + b'.' + body, hashlib.sha256).hexdigest()


def judge(vector, body):
    if vector['method'] != 'POST':
        return 405
    given = [[value for name, value in vector['headers'] if name.lower() == wanted] for wanted in HEADERS]
    if any(len(values) > 1 for values in given):
        return 401
    key, ts, signature = (values[0] if values else '' for values in given)
    secrets = [secret for accepted, secret in vector['accept'] if accepted == key]
    if not secrets:
        return 401
    if not re.fullmatch('0|[1-9][0-9]{0,11}', ts) or abs(vector['now'] - int(ts)) > 300:
        return 400
    if not re.fullmatch('[0-9a-f]{64}', signature):
        return 401
    return 200 if any(hmac.compare_digest(sign(secret, ts, body), signature) for secret in secrets) else 401


def wanted(vector):
    return 200 if vector['reason'] == 'MALFORMED_EVENT' else vector['status']


with open(sys.argv[1], encoding='utf-8') as file:
    vectors = json.load(file)
wrong = [v['name'] for v in vectors['signatures']
         if sign(v['secret'], v['timestamp'], base64.b64decode(v['body'])) != v['signature']]
wrong += [v['name'] for v in vectors['deliveries'] if judge(v, base64.b64decode(v['body'])) != wanted(v)]
print('\n'.join(wrong) if wrong else len(vectors['signatures']) + len(vectors['deliveries']))
