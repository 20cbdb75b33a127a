"""Receives webhooks and verifies them as the Django example of the PayCrypt API guide does.

GET /taken lists the events that passed.
"""
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = os.environ['PAYCRYPT_KEY']
SECRET = os.environ['PAYCRYPT_SECRET'].encode('utf-8')
taken = []


def judge(headers, raw):
    key = headers.get('X-Paycrypt-Key')
    ts = headers.get('X-Paycrypt-Timestamp') or ''
    signature = headers.get('X-Paycrypt-Signature') or ''
    if key != KEY:
        return 401
    try:
        if abs(int(time.time()) - int(ts)) > 300:
            return 400
    except ValueError:
        return 400
    expected = hmac.new(SECRET, ts.encode('ascii') + b'.' + raw, hashlib.sha256).hexdigest()
    return 200 if hmac.compare_digest(expected.encode(), signature.encode()) else 401


class Receiver(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        status = judge(self.headers, raw)
        if status == 200:
            taken.append(json.loads(raw.decode('utf-8')))
        self.answer(status, {'ok': status == 200})

    def do_GET(self):
        self.answer(200, taken)

    def answer(self, status, content):
        body = json.dumps(content, ensure_ascii=False).encode('utf-8')
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing: the test reads the standard output."""


server = ThreadingHTTPServer(('127.0.0.1', 0), Receiver)
print('http://127.0.0.1:%d' % server.server_port, flush=True)
server.serve_forever()
