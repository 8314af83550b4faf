"""Recoupe sets French press articles on one story side by side and shows where their facts diverge."""

import os

__version__ = "0.1.0"

# ONNX Runtime would write a number for this machine and send its maker word of its use: nothing leaves unasked from here.
# It looks once, when it is loaded; worker processes inherit the setting.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
