"""The Django view of the PayCrypt API guide, word for word, on as much of Django as it touches.

That is: WSGI joins the lines of a header by commas and decodes them as Latin-1; a body has the length that is declared,
none without a declaration, and a 400 beyond DATA_UPLOAD_MAX_MEMORY_SIZE; what a view raises is a 500 without details;
and with --csrf the check is on that every new Django project has on. GET /events lists what was handled.
"""
import json
import os
import sys
import threading
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

YOUR_KEY = os.environ['PAYCRYPT_KEY']
YOUR_SECRET = os.environ['PAYCRYPT_SECRET'].encode()
CSRF_CHECK = '--csrf' in sys.argv
DATA_UPLOAD_MAX_MEMORY_SIZE = 2621440


class HttpResponse:
    def __init__(self, content='', status=200):
        self.content = content
        self.status = status


def JsonResponse(data):
    return HttpResponse(json.dumps(data))


class RequestDataTooBig(Exception):
    pass


class Headers:
    """Django's request.headers over WSGI's environment."""

    def __init__(self, lines):
        self.values = {}
        for name, value in lines:
            self.values.setdefault(name.lower(), []).append(value)

    def get(self, name):
        values = self.values.get(name.lower())
        return None if values is None else ','.join(values)


class Request:
    def __init__(self, handler):
        self.headers = Headers(handler.headers.items())
        self.stream = handler.rfile

    @property
    def body(self):
        length = int(self.headers.get('Content-Length') or 0)
        if length > DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig()
        return self.stream.read(length)


# From here on the guide's words; its placeholders are the account's, and its last comment is the shop's code.
import hmac, hashlib, time

def paycrypt_webhook(request):
    key = request.headers.get('X-Paycrypt-Key')
    ts = request.headers.get('X-Paycrypt-Timestamp') or ''
    sig = request.headers.get('X-Paycrypt-Signature') or ''
    raw = request.body or b''

    # optional: check expected key
    if key != YOUR_KEY:
        return HttpResponse(status=401)

    try:
        ts_int = int(ts)
        if abs(int(time.time()) - ts_int) > 300:
            return HttpResponse(status=400)
    except Exception:
        return HttpResponse(status=400)

    expected = hmac.new(YOUR_SECRET, f"{ts}.{raw.decode()}".encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, sig):
        return HttpResponse(status=401)

    # process event JSON
    import json
    evt = json.loads(raw.decode() or '{}')
    handle(evt)

    return JsonResponse({'ok': True})
# The end of the guide's words.


class Shop:
    """One open order; lists what it handled, and pays the order once."""

    def __init__(self):
        self.lock = threading.Lock()
        self.handled = []
        self.paid = False

    def handle(self, evt):
        data = evt.get('data', {})
        session = data.get('object', data)
        amount = session.get('fiat_amount', session.get('amount', 0))
        currency = session.get('fiat_currency', session.get('currency'))
        with self.lock:
            self.handled.append({
                'type': evt.get('type'),
                'orderId': session.get('order_id'),
                'sessionId': str(session.get('id', session.get('payment_session_id'))),
                'verdict': self.judge(evt.get('type'), session.get('order_id'), amount, currency),
            })

    def judge(self, kind, order, amount, currency):
        if kind not in ('payment.confirmed', 'payment.succeeded'):
            return 'NOTED'
        if order != 'ORD-1':
            return 'UNKNOWN_ORDER'
        if Decimal(str(amount)) != Decimal('49.00') or currency != 'USD':
            return 'MISMATCH'
        verdict = 'ALREADY_PAID' if self.paid else 'PAID'
        self.paid = True
        return verdict


shop = Shop()


def handle(evt):
    if evt:
        shop.handle(evt)


def respond(handler):
    """What Django does around a view."""
    if CSRF_CHECK and handler.command == 'POST':
        return HttpResponse('<h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed. Request aborted.</p>', 403)
    try:
        return paycrypt_webhook(Request(handler))
    except RequestDataTooBig:
        return HttpResponse('<h1>Bad Request (400)</h1>', 400)
    except Exception:
        return HttpResponse('<h1>Server Error (500)</h1>', 500)


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.answer(respond(self))

    def do_GET(self):
        if urlsplit(self.path).path == '/events':
            self.answer(HttpResponse(json.dumps(shop.handled)))
        else:
            self.answer(respond(self))

    def answer(self, response):
        body = response.content.encode('utf-8')
        self.send_response(response.status)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing: the test reads the standard output."""


class Server(ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request, client_address):
        """A sender that hung up is none of our business."""


server = Server(('127.0.0.1', 0), Handler)
print('http://127.0.0.1:%d' % server.server_port, flush=True)
server.serve_forever()
