"""Run a Python console script with every way to the network shut: python without_network.py SCRIPT [ARGUMENTS]..."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

GUARD = """
import socket
def refuse(*args, **kwargs):
    raise RuntimeError("the network was used")
socket.socket.connect = refuse
socket.socket.connect_ex = refuse
socket.socket.sendto = refuse
socket.getaddrinfo = refuse
"""

with tempfile.TemporaryDirectory() as folder:
    Path(folder, "sitecustomize.py").write_text(GUARD)
    environment = {**os.environ, "PYTHONPATH": folder, "HOME": folder}
    status = os.spawnve(os.P_WAIT, sys.argv[1], sys.argv[1:], environment)
sys.exit(status)
