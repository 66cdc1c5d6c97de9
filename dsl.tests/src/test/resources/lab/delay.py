"""delay.py LEFT RIGHT MICROSECONDS LOSS SEED: a delay line between two tap devices, until standard input ends.

Every frame comes out at the other end after the delay, in order, but for the share LOSS of them that are lost.
For kernels without netem.
"""
import collections
import fcntl
import os
import random
import select
import struct
import sys
import time

TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 0x0002, 0x1000
LONGEST_FRAME = 10_000


def tap(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TAP | IFF_NO_PI))
    return device


def main():
    left, right = tap(sys.argv[1]), tap(sys.argv[2])
    delay, loss, chance = int(sys.argv[3]) / 1e6, float(sys.argv[4]), random.Random(int(sys.argv[5]))
    other, waiting = {left: right, right: left}, collections.deque()
    print("ready", flush=True)
    while True:
        timeout = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        for ready in select.select([left, right, sys.stdin], [], [], timeout)[0]:
            if ready is sys.stdin:
                return
            frame = os.read(ready, LONGEST_FRAME)
            if chance.random() >= loss:
                waiting.append((time.monotonic() + delay, other[ready], frame))
        while waiting and waiting[0][0] <= time.monotonic():
            _, device, frame = waiting.popleft()
            try:
                os.write(device, frame)
            except OSError:
                pass  # a device that is down, or full: a wire would lose it too


main()
