"""Clients that ask, wait for the answer and think: clients.py ADDRESS PORT BYTES CLIENTS THINK SETTLE SECONDS
Prints answers a second, and their mean time in milliseconds, over the seconds after those to settle."""
import http.client, random, sys, threading, time

address, port, size, clients = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
think, settle, seconds = map(float, sys.argv[5:8])
begin = time.monotonic() + settle
end = begin + seconds
times = []

def client(number):
    chance = random.Random(number)
    connection = http.client.HTTPConnection(address, port)
    while time.monotonic() < end:
        if think > 0:
            time.sleep(chance.expovariate(1 / think))
        sent = time.monotonic()
        connection.request("GET", "/%d" % size)
        connection.getresponse().read()
        now = time.monotonic()
        if sent >= begin and now <= end:
            times.append(now - sent)

threads = [threading.Thread(target=client, args=(i,)) for i in range(clients)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(times) / seconds, 1000 * sum(times) / len(times))
