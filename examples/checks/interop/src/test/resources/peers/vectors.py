"""Checks the vectors file named on the command line; prints how many there are, or the names of those that differ."""
import base64
import hashlib
import hmac
import json
import re
import sys

HEADERS = ('x-paycrypt-key', 'x-paycrypt-timestamp', 'x-paycrypt-signature')
MAX_DEPTH = 64
NUMBER = re.compile('(?=.{1,100}$)[^eE]*(?:[eE][+-]?[0-9]{1,3})?')


def sign(secret, ts, body):
    return hmac.new(secret.encode('utf-8'), ts.encode('utf-8') + b'.' + body, hashlib.sha256).hexdigest()


def judge(vector, body):
    """The status and the reason."""
    if vector['method'] != 'POST':
        return 405, 'METHOD_NOT_ALLOWED'
    given = [[value for name, value in vector['headers'] if name.lower() == wanted] for wanted in HEADERS]
    if any(len(values) > 1 for values in given):
        return 401, 'DUPLICATE_HEADER'
    key, ts, signature = (values[0] if values else '' for values in given)
    secrets = [secret for accepted, secret in vector['accept'] if accepted == key]
    if not secrets:
        return 401, 'UNKNOWN_KEY'
    if not re.fullmatch('0|[1-9][0-9]{0,11}', ts):
        return 400, 'MALFORMED_TIMESTAMP'
    if abs(vector['now'] - int(ts)) > 300:
        return 400, 'TIMESTAMP_OUT_OF_WINDOW'
    if not re.fullmatch('[0-9a-f]{64}', signature):
        return 401, 'MALFORMED_SIGNATURE'
    if not any(hmac.compare_digest(sign(secret, ts, body), signature) for secret in secrets):
        return 401, 'WRONG_SIGNATURE'
    return (200, None) if is_event(body) else (400, 'MALFORMED_EVENT')


def is_event(body):
    try:
        event = json.loads(body.decode('utf-8'), object_pairs_hook=unique, parse_constant=number, parse_int=number,
                           parse_float=number)
        return isinstance(event, dict) and isinstance(event.get('type'), str) and event['type'] and depth(event) <= MAX_DEPTH
    except (ValueError, RecursionError):
        return False


def unique(members):
    if len(dict(members)) < len(members):
        raise ValueError('a name comes twice')
    return dict(members)


def number(text):
    if not NUMBER.fullmatch(text) or text in ('NaN', 'Infinity', '-Infinity'):
        raise ValueError(text)
    return float(text)


def depth(value):
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if parts is None else 1 + max(map(depth, parts), default=0)


with open(sys.argv[1], encoding='utf-8') as file:
    vectors = json.load(file)
wrong = [v['name'] for v in vectors['signatures']
         if sign(v['secret'], v['timestamp'], base64.b64decode(v['body'])) != v['signature']]
wrong += [v['name'] for v in vectors['deliveries'] if judge(v, base64.b64decode(v['body'])) != (v['status'], v['reason'])]
print('\n'.join(wrong) if wrong else len(vectors['signatures']) + len(vectors['deliveries']))
