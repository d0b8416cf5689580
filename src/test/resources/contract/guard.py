"""Starts the program given as arguments in a process group of its own, and ends the whole group when standard input
ends: whoever holds the other end of the pipe need not live to do it."""

import os
import signal
import subprocess
import sys
import threading
import time

os.setsid()
# A thread may not change handlers. One that does nothing spares this process, and is not handed down to the server.
signal.signal(signal.SIGTERM, lambda *_: None)
server = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)


def end():
    os.killpg(0, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while server.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(0, signal.SIGKILL)


def end_with_the_pipe():
    sys.stdin.buffer.read()
    end()


threading.Thread(target=end_with_the_pipe, daemon=True).start()
server.wait()
os.killpg(0, signal.SIGKILL)
