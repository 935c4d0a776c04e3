"""Chance that is the same on every machine and with every Python from 3.9 on."""

import random


class Dice:
    """Draws from one seed. Only `random()` is used, whose sequence Python keeps for a given seed."""

    def __init__(self, seed):
        self._next = random.Random(seed).random

    def below(self, count):
        """A whole number of 0..<count."""
        return int(self._next() * count)

    def between(self, low, high):
        """A whole number of low...high."""
        return low + self.below(high - low + 1)

    def pick(self, items):
        """One of `items`."""
        return items[self.below(len(items))]

    def some(self, items, count):
        """`count` different ones of `items`, in the order drawn."""
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(min(count, len(rest)))]

    def chance(self, share):
        """True in `share` of all draws."""
        return self._next() < share

    def text(self, alphabet, length):
        """`length` characters of `alphabet`."""
        return "".join(self.pick(alphabet) for _ in range(length))
