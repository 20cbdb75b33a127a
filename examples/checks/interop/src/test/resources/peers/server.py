"""A PayCrypt server that creates sessions as the API guide describes. GET /seen lists the requests that passed."""
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = os.environ['PAYCRYPT_KEY']
SECRET = os.environ['PAYCRYPT_SECRET'].encode('utf-8')
seen = []


def rejection(headers, raw):
    if headers.get('X-Paycrypt-Key') != KEY:
        return 401, 'invalid key'
    ts = headers.get('X-Paycrypt-Timestamp') or ''
    if not ts.isdigit() or abs(int(time.time()) - int(ts)) > 300:
        return 401, 'stale request'
    expected = hmac.new(SECRET, ts.encode('ascii') + b'.' + raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, headers.get('X-Paycrypt-Signature') or ''):
        return 401, 'bad signature'
    return None


class Server(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        rejected = rejection(self.headers, raw)
        if self.path != '/api/v1/payment_sessions':
            self.answer(404, {'error': 'not found'})
        elif rejected:
            self.answer(rejected[0], {'error': rejected[1]})
        else:
            self.answer(201, self.create(json.loads(raw.decode('utf-8'))))

    def create(self, request):
        seen.append(request)
        session = 'ps_%012x' % len(seen)
        return {
            'id': session, 'status': 'created', 'expires_at': int(time.time()) + 1800,
            'checkout_url': 'http://%s/checkout/%s' % (self.headers['Host'], session),
        }

    def do_GET(self):
        self.answer(200, seen)

    def answer(self, status, content):
        body = json.dumps(content, sort_keys=True).encode('utf-8') + b'\n'
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing: the test reads the standard output."""


server = ThreadingHTTPServer(('127.0.0.1', 0), Server)
print('http://127.0.0.1:%d' % server.server_port, flush=True)
server.serve_forever()
