"""Child processes on one core, with the processor time that they used."""

import json
import os
import resource
import shutil
import subprocess
import sys

CORE = max(os.sched_getaffinity(0))


class Failed(Exception):
    """A child process that did not do its work."""


def pinned(command):
    """`command` on one core, where the machine can pin it."""
    words = [str(word) for word in command]
    return (["taskset", "-c", str(CORE)] if shutil.which("taskset") else []) + words


def report(command, **options):
    """The JSON object that a peer or the harness prints."""
    done = subprocess.run(pinned(command), stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    if done.returncode != 0:
        raise Failed("%s: exit %d: %s" % (command[0], done.returncode, done.stderr.decode(errors="replace").strip()[-400:]))
    return json.loads(done.stdout)


def seconds(command, stdin=os.devnull, timeout=None, accept=(0,)):
    """The processor seconds, user and system, of one run; its output goes nowhere."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(stdin, "rb") as source:
        done = subprocess.run(pinned(command), stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=timeout)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accept:
        raise Failed("%s: exit %d: %s" % (command[0], done.returncode, done.stderr.decode(errors="replace").strip()[-400:]))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def say(text):
    """Progress, for whoever waits."""
    print(text, file=sys.stderr, flush=True)
