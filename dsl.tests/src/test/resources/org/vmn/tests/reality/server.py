"""Answers each GET with as many bytes as its path says, on connections that stay: server.py PORT"""
import http.server, socketserver, sys

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    # As web servers do (nginx: tcp_nodelay on). Else the last packet waits until the client has answered the headers.
    disable_nagle_algorithm = True

    def do_GET(self):
        body = b"x" * int(self.path[1:])
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *about):
        pass

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

Server(("", int(sys.argv[1])), Handler).serve_forever()
